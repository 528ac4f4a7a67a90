using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Makes the index of a list while its file is read.</summary>
internal sealed class ListLoader(string origin)
{
    /// <summary>Bytes of a usual record: an id of 33 digits, a short reason. A guess that is wrong costs a copy of the tables.</summary>
    private const int UsualRecord = 144;

    private ListIndex _index = new(0);
    private DateTimeOffset _stamp;
    private long _records;

    /// <summary>For a walk over the file; each walk begins anew.</summary>
    /// <param name="bytes">Length of the file.</param>
    public HotListTaker Begin(long bytes)
    {
        (_index, _stamp, _records) = (new ListIndex((int)Math.Min(bytes / UsualRecord, int.MaxValue / 64)), DateTimeOffset.MinValue, 0);
        return Take;
    }

    public WatchedList End(HotListFile file)
    {
        _index.Trim();
        return new WatchedList(origin, file, _index, _records, _stamp);
    }

    private void Take(long place, ReadOnlySpan<byte> payload)
    {
        _records++;
        switch (payload[0])
        {
            case HotListRecord.Put:
                _index.Put(place, payload);
                break;
            case HotListRecord.Remove:
                _index.Remove(HotListRecord.IdOf(payload));
                break;
            default:
                _stamp = HotListRecord.StampOf(payload);
                break;
        }
    }
}
