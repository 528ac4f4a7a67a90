using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>One list: its file, and in memory where to look in it. Changed by one at a time, looked at by any number.</summary>
internal sealed class WatchedList : IDisposable
{
    [ThreadStatic]
    private static PlaceList? t_places;

    private readonly HotListFile _file;
    private readonly ListTally _tally;

    /// <param name="origin">Whose list.</param>
    /// <param name="file">Owned from now on.</param>
    /// <param name="tally">What is in it.</param>
    public WatchedList(string origin, HotListFile file, ListTally tally) => (Origin, _file, _tally) = (origin, file, tally);

    public string Origin { get; }

    public int Count => _tally.Index.Count;

    public DateTimeOffset Stamp => _tally.Stamp;

    /// <summary>More than half of the file is history.</summary>
    public bool IsStale => _tally.Records > (2L * _tally.Index.Count) + 10_000;

    /// <summary>Makes the name of its file durable.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public void Settle() => _file.Settle();

    public bool Holds(string id) => _tally.Index.Holds(System.Text.Encoding.UTF8.GetBytes(id));

    public MaskShapes Shapes() => _tally.Index.Shapes();

    /// <summary>Adds what matches a plate.</summary>
    /// <returns>False when not everything was looked for, or not everything is told.</returns>
    /// <exception cref="ObjectDisposedException">The list was replaced meanwhile; look at the new one.</exception>
    public bool Find(PlateInfo plate, string text, DateTimeOffset now, ref List<HotListFind>? finds)
    {
        var places = t_places ??= new PlaceList();
        places.Clear();
        bool all = _tally.Index.Find(text, (uint)Math.Clamp(now.ToUnixTimeSeconds(), 0, uint.MaxValue), places) && !places.Overflown;
        foreach (uint place in places.Places)
        {
            if (_file.Read((long)place * HotListRecord.Align) is not { } entry)
            {
                (finds ??= []).Add(new HotListFind(Origin, null, false, 0));
            }
            else if (EntryMatch.Of(entry, plate, text, now) is var (tenths, isExact))
            {
                (finds ??= []).Add(new HotListFind(Origin, entry, isExact, tenths / 10.0));
            }
        }

        return all;
    }

    /// <summary>Writes changes down, then looks for them.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; nothing is changed.</exception>
    public void Append(IReadOnlyList<byte[]> records)
    {
        long place = _file.Append(records.SelectMany(static record => record).ToArray());
        foreach (byte[] record in records)
        {
            HotListRecord.TryFind(record, out var payload);
            _tally.Take(place, payload);
            place += record.Length;
        }
    }

    /// <summary>Copies what counts, without its history.</summary>
    /// <param name="staging">Gets the records.</param>
    /// <param name="over">Expired before this: no longer kept.</param>
    /// <exception cref="IOException">The disk does not read.</exception>
    public void CopyTo(ListBuilder staging, DateTimeOffset over)
    {
        staging.Stamp(Stamp);
        _file.Walk((place, payload) =>
        {
            if (payload[0] == HotListRecord.Put && _tally.Index.IsAt(HotListRecord.IdOf(payload), place) && HotListRecord.ToTicks(payload) > over.UtcTicks)
            {
                staging.Add(HotListRecord.Again(payload));
            }
        });
    }

    public void Dispose() => _file.Dispose();
}
