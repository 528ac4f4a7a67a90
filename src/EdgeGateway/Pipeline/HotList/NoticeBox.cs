using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Store;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>
/// What libraries are to be told and have not answered, in a ring of fixed lines in the store's memory: a line is in the same commit as
/// the alarm it belongs to, or in the one before. A line is given on when its notice was answered, the longest answered first; a
/// library that is away for so long that its share is used up is not told of more, the platform is.
/// </summary>
public sealed class NoticeBox
{
    /// <summary>Lines of the ring.</summary>
    public const int Lines = 4_096;

    /// <summary>Lines that wait for one library.</summary>
    public const int MostAnOrigin = 1_024;

    private readonly Lock _gate = new();
    private readonly IGatewayMemory _memory;
    private readonly FaultCounters _counters;
    private readonly ILogger _log;
    private readonly KeptNotice?[] _lines = new KeptNotice?[Lines];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _writing = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, int> _open = [];
    private readonly SortedDictionary<long, int> _answered = [];
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _last;

    public NoticeBox(IGatewayMemory memory, FaultCounters counters, ILogger<NoticeBox> log)
    {
        (_memory, _counters, _log) = (memory, counters, log);
        for (int line = 0; line < Lines; line++)
        {
            Load(line);
        }
    }

    /// <summary>Notices that wait for an answer.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Takes a notice unless it is known. Its way to the disk begins before this returns, and so comes before what the caller hands to the store next.</summary>
    /// <returns>Completes when it is on disk, or when there is no line for it.</returns>
    public Task KeepAsync(string origin, HotListNotice notice)
    {
        lock (_gate)
        {
            if (_lineOf.ContainsKey(notice.Key))
            {
                return _writing.GetValueOrDefault(notice.Key, Task.CompletedTask);
            }

            int line = FreeLine(origin);
            if (line < 0)
            {
                _ = _counters.Count("hotlist", "notice-dropped");
                HotListLog.NoticeDropped(_log, origin, MostAnOrigin);
                return Task.CompletedTask;
            }

            var kept = new KeptNotice(++_last, origin, notice.Key, notice);
            Enter(line, kept);
            return _writing[notice.Key] = WriteAsync(line, kept);
        }
    }

    /// <summary>Everything unanswered for an origin, oldest first, then what comes.</summary>
    public async IAsyncEnumerable<HotListNotice> NoticesAsync(string origin, [EnumeratorCancellation] CancellationToken ct)
    {
        long after = 0;
        while (true)
        {
            ct.ThrowIfCancellationRequested();
            var (next, more) = Next(origin, after);
            if (next?.Notice is { } notice)
            {
                after = next.Number;
                yield return notice;
            }
            else
            {
                await more.WaitAsync(ct).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Completes when it is on disk that the notice is not given out again.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; it is given out again after a restart.</exception>
    public Task AnsweredAsync(string key)
    {
        lock (_gate)
        {
            if (!_lineOf.TryGetValue(key, out int line) || _lines[line] is not { Notice: not null } kept)
            {
                return Task.CompletedTask;
            }

            var answered = kept with { Notice = null };
            _lines[line] = answered;
            _open.Remove(kept.Number);
            _answered[kept.Number] = line;
            return _memory.RememberAsync(NameOf(line), Text(answered), CancellationToken.None);
        }
    }

    private (KeptNotice? Next, Task More) Next(string origin, long after)
    {
        lock (_gate)
        {
            // One that is still being written holds up those behind it, or it would be passed over.
            var next = _open.Values.Select(line => _lines[line]!).FirstOrDefault(kept => kept.Number > after && kept.Origin == origin);
            return (next is null || _writing.ContainsKey(next.Key) ? null : next, _more.Task);
        }
    }

    private async Task WriteAsync(int line, KeptNotice kept)
    {
        try
        {
            // Not before the caller has noted that it is being written.
            var written = _memory.RememberAsync(NameOf(line), Text(kept), CancellationToken.None);
            await Task.Yield();
            await written.ConfigureAwait(false);
            Written(kept.Key);
        }
        catch
        {
            Forget(line, kept);
            throw;
        }
    }

    private void Written(string key)
    {
        lock (_gate)
        {
            _writing.Remove(key);
            Wake();
        }
    }

    private void Wake()
    {
        _more.SetResult();
        _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <remarks>The disk refused: the device is not answered, and its repeat tries again.</remarks>
    private void Forget(int line, KeptNotice kept)
    {
        lock (_gate)
        {
            _writing.Remove(kept.Key);
            _lineOf.Remove(kept.Key);
            _open.Remove(kept.Number);
            _lines[line] = null;
            Wake();
        }
    }

    private int FreeLine(string origin)
    {
        if (_open.Values.Count(line => _lines[line]!.Origin == origin) >= MostAnOrigin)
        {
            return -1;
        }

        int empty = _lineOf.Count == Lines ? -1 : Array.IndexOf(_lines, null);
        if (empty >= 0 || _answered.Count == 0)
        {
            return empty;
        }

        var (number, line) = _answered.First();
        _answered.Remove(number);
        _lineOf.Remove(_lines[line]!.Key);
        return line;
    }

    private void Enter(int line, KeptNotice kept)
    {
        _lines[line] = kept;
        _lineOf[kept.Key] = line;
        (kept.Notice is null ? _answered : _open)[kept.Number] = line;
    }

    private void Load(int line)
    {
        if (_memory.Recall(NameOf(line)) is { Length: > 0 } text && Parse(text) is { } kept && !_lineOf.ContainsKey(kept.Key))
        {
            Enter(line, kept);
            _last = Math.Max(_last, kept.Number);
        }
    }

    private static KeptNotice? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, KeptNoticeJson.Default.KeptNotice);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Text(KeptNotice kept) => JsonSerializer.Serialize(kept, KeptNoticeJson.Default.KeptNotice);

    private static string NameOf(int line) => string.Create(CultureInfo.InvariantCulture, $"hotlist.notice/{line}");
}
