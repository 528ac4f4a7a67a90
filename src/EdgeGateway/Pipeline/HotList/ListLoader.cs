using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Makes the index of a list while its file is read.</summary>
internal sealed class ListLoader(string origin)
{
    private ListIndex _index = new(0);
    private DateTimeOffset _stamp;
    private long _records;

    /// <summary>For a walk over the file; each walk begins anew.</summary>
    public HotListTaker Begin()
    {
        (_index, _stamp, _records) = (new ListIndex(0), DateTimeOffset.MinValue, 0);
        return Take;
    }

    public WatchedList End(HotListFile file) => new(origin, file, _index, _records, _stamp);

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
