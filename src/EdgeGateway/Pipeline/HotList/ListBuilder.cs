using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>A list that will take the place of another: its file and its index grow together, so that it counts in one step.</summary>
internal sealed class ListBuilder(string origin, HotListStaging staging) : IDisposable
{
    private readonly ListIndex _index = new(0);
    private DateTimeOffset _stamp = DateTimeOffset.MinValue;
    private long _records;

    public int Count => _index.Count;

    /// <param name="record">A whole put.</param>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public void Add(ReadOnlySpan<byte> record)
    {
        long place = staging.Add(record);
        HotListRecord.TryFind(record, out var payload);
        _index.Put(place, payload);
        _records++;
    }

    /// <summary>No signed file of this age or older is taken again.</summary>
    public void Stamp(DateTimeOffset issued)
    {
        if (issued > DateTimeOffset.MinValue)
        {
            staging.Add(HotListRecord.OfStamp(issued));
            (_stamp, _records) = (issued, _records + 1);
        }
    }

    /// <summary>Durable, and the list on disk from here on.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; the list is as before.</exception>
    public WatchedList Take() => new(origin, staging.Take(), _index, _records, _stamp);

    public void Dispose() => staging.Dispose();
}
