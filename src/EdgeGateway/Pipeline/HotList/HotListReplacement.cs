using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>A list on its way: entries are judged and written as they come, and count when <see cref="HotListClerk.TakeAsync"/> has taken them.</summary>
public sealed class HotListReplacement : IDisposable
{
    private const int RefusedMost = 1_000;

    private readonly HotListJudge _judge;
    private readonly List<HotListVerdict> _refused = [];

    internal HotListReplacement(string origin, ListBuilder builder, HotListJudge judge) => (Origin, Builder, _judge) = (origin, builder, judge);

    public string Origin { get; }

    /// <summary>The first thousand that were refused.</summary>
    public IReadOnlyList<HotListVerdict> Refused => _refused;

    public long RefusedCount { get; private set; }

    internal ListBuilder Builder { get; }

    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public HotListVerdict Add(HotListEntry? entry)
    {
        var verdict = _judge.Judge(entry, out var tidy);
        if (verdict.Refusal is null)
        {
            Builder.Add(HotListRecord.OfPut(tidy!));
            return verdict;
        }

        RefusedCount++;
        if (_refused.Count < RefusedMost)
        {
            _refused.Add(verdict);
        }

        return verdict;
    }

    public void Dispose() => Builder.Dispose();
}
