using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>Makes the index of a list while its file is read.</summary>
internal sealed class ListLoader(string origin)
{
    /// <summary>Bytes of a usual record: an id of 33 digits, a short reason. A guess that is wrong costs a copy of the tables.</summary>
    private const int UsualRecord = 144;

    private ListTally _tally = new(new ListIndex(0));

    /// <summary>For a walk over the file; each walk begins anew.</summary>
    /// <param name="bytes">Length of the file.</param>
    public HotListTaker Begin(long bytes)
    {
        _tally = new ListTally(new ListIndex((int)Math.Min(bytes / UsualRecord, int.MaxValue / 64)));
        return _tally.Take;
    }

    public WatchedList End(HotListFile file)
    {
        _tally.Index.Trim();
        return new WatchedList(origin, file, _tally);
    }
}
