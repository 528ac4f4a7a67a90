using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>A desk in memory that can refuse; notices are given out again until they are answered.</summary>
internal sealed class FakeHotListDesk : IHotListDesk
{
    private readonly Channel<HotListNotice> _new = Channel.CreateUnbounded<HotListNotice>();

    public ConcurrentDictionary<string, HotListEntry> Entries { get; } = new();

    /// <summary>Every call, as <c>put a,b</c> or <c>remove a</c>, with its origin in front.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentQueue<string> Answered { get; } = new();

    public bool StoreRefuses { get; set; }

    /// <summary>Ids that are refused, with the word.</summary>
    public Dictionary<string, string> Refusals { get; } = [];

    public void Found(HotListNotice notice) => _new.Writer.TryWrite(notice);

    public ValueTask<IReadOnlyList<HotListVerdict>> PutAsync(string origin, IReadOnlyList<HotListEntry> entries, CancellationToken ct)
    {
        Refuse();
        Calls.Enqueue($"{origin} put {string.Join(',', entries.Select(entry => entry.Id))}");
        var verdicts = entries.Select(entry => new HotListVerdict(entry.Id, Refusals.GetValueOrDefault(entry.Id))).ToList();
        foreach (var entry in entries.Where(entry => !Refusals.ContainsKey(entry.Id)))
        {
            Entries[entry.Id] = entry;
        }

        return ValueTask.FromResult<IReadOnlyList<HotListVerdict>>(verdicts);
    }

    public ValueTask RemoveAsync(string origin, IReadOnlyList<string> ids, CancellationToken ct)
    {
        Refuse();
        Calls.Enqueue($"{origin} remove {string.Join(',', ids)}");
        foreach (string id in ids)
        {
            Entries.TryRemove(id, out _);
        }

        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<HotListNotice> NoticesAsync(string origin, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var notice in _new.Reader.ReadAllAsync(ct))
        {
            yield return notice;
        }
    }

    public ValueTask AnsweredAsync(HotListNotice notice, CancellationToken ct)
    {
        Answered.Enqueue(notice.Key);
        return ValueTask.CompletedTask;
    }

    private void Refuse()
    {
        if (StoreRefuses)
        {
            throw new StoreRefusedException("disk full");
        }
    }
}
