using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Decides one entry after the other of one change: the entry by itself, and whether there is room for it.</summary>
/// <param name="list">The list it will be in; null for one that begins empty.</param>
/// <param name="room">Entries that may come to it.</param>
/// <param name="now">Gateway time.</param>
internal sealed class HotListJudge(WatchedList? list, long room, DateTimeOffset now)
{
    private readonly MaskShapes _shapes = list?.Shapes() ?? new MaskShapes();
    private readonly HashSet<string> _new = new(StringComparer.Ordinal);

    /// <param name="entry">As somebody sent it; null when it could not be read.</param>
    /// <param name="tidy">The entry to keep; only without a refusal.</param>
    public HotListVerdict Judge(HotListEntry? entry, out HotListEntry? tidy)
    {
        tidy = null;
        string? refusal = entry is null ? HotListFaults.Garbled : HotListRules.WhyNot(entry, now, out tidy) ?? WhyNoRoom(tidy);
        return new HotListVerdict(entry?.Id ?? string.Empty, refusal);
    }

    private string? WhyNoRoom(HotListEntry entry)
    {
        ushort wild = ListIndex.WildOf(entry.Plate);
        if (!_shapes.HasRoom(entry.Plate.Length, wild))
        {
            return HotListFaults.TooManyMasks;
        }

        bool isNew = list?.Holds(entry.Id) != true && !_new.Contains(entry.Id);
        if (isNew && _new.Count >= room)
        {
            return HotListFaults.Full;
        }

        _shapes.Add(entry.Plate.Length, wild);
        _ = isNew && _new.Add(entry.Id);
        return null;
    }
}
