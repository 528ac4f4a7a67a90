using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>A list that will take the place of another: its file and its index grow together, so that it counts in one step.</summary>
internal sealed class ListBuilder(string origin, HotListStaging staging) : IDisposable
{
    private readonly ListTally _tally = new(new ListIndex(0));

    public int Count => _tally.Index.Count;

    /// <param name="record">A whole one.</param>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public void Add(ReadOnlySpan<byte> record)
    {
        long place = staging.Add(record);
        HotListRecord.TryFind(record, out var payload);
        _tally.Take(place, payload);
    }

    /// <summary>No signed file of this age or older is taken again.</summary>
    public void Stamp(DateTimeOffset issued)
    {
        if (issued > DateTimeOffset.MinValue)
        {
            Add(HotListRecord.OfStamp(issued));
        }
    }

    /// <summary>Durable, and the list on disk from here on.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; the list is as before.</exception>
    public WatchedList Take() => new(origin, staging.Take(), _tally);

    public void Dispose() => staging.Dispose();
}
