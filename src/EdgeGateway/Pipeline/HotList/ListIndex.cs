using System.Runtime.CompilerServices;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>
/// Finds by plate, by mask and by similarity where the records of one list are that may match. One thread changes it, any number
/// look; a change holds them up for well under a microsecond, because tables grow beside the ones that are looked at.
/// </summary>
internal sealed class ListIndex
{
    /// <summary>Looks that one reading with unread characters may cost each list; what needs more is not searched for.</summary>
    public const int LooksMost = 65_536;

    private const int FirstRows = 64;

    private readonly Lock _gate = new();
    private readonly MaskShapes _shapes = new();
    private readonly PlaceLetters _letters = new();
    private ListTables _tables;

    /// <param name="expected">Entries that will come at once.</param>
    public ListIndex(int expected) => _tables = new ListTables(Math.Max(FirstRows, expected));

    public int Count => _tables.Count;

    /// <summary>The shapes of its masks, to try what more would make of them.</summary>
    public MaskShapes Shapes() => _shapes.Copy();

    public bool Holds(ReadOnlySpan<byte> id) => _tables.FindId(PlatePrint.OfId(id)) != 0;

    /// <returns>Whether the entry with the id of this record is the one at this place.</returns>
    public bool IsAt(ReadOnlySpan<byte> id, long place) => _tables.FindId(PlatePrint.OfId(id)) is var number and > 0 && _tables[number].Place == (uint)(place / HotListRecord.Align);

    /// <summary>Takes a put; the entry with the same id makes room for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Put(long place, ReadOnlySpan<byte> payload)
    {
        Span<char> buffer = stackalloc char[HotListRules.PlateLength];
        var text = HotListRecord.PlateOf(payload);
        if (text.Length > 3 * HotListRules.PlateLength || !System.Text.Encoding.UTF8.TryGetChars(text, buffer, out int length) || length == 0)
        {
            return;
        }

        ReadOnlySpan<char> plate = buffer[..length];
        var row = new ListRow
        {
            Print = PlatePrint.Of(plate),
            Id = PlatePrint.OfId(HotListRecord.IdOf(payload)),
            Place = (uint)(place / HotListRecord.Align),
            From = Seconds(HotListRecord.FromTicks(payload)),
            To = Seconds(HotListRecord.ToTicks(payload) + TimeSpan.TicksPerSecond - 1),
            Wild = WildOf(plate),
            Shape = (byte)(length | (HotListRecord.IsFuzzy(payload) ? 0x80 : 0)),
        };
        Put(row, plate);
    }

    public void Remove(ReadOnlySpan<byte> id)
    {
        lock (_gate)
        {
            Take(PlatePrint.OfId(id));
        }
    }

    /// <summary>Gives memory back when far more was expected than came.</summary>
    public void Trim()
    {
        if (_tables.Room > (_tables.Count * 3L / 2) + (64 * FirstRows))
        {
            var smaller = _tables.Resized((_tables.Count * 9 / 8) + FirstRows);
            lock (_gate)
            {
                _tables = smaller;
            }
        }
    }

    /// <summary>Finds places of records that may match; each has still to be compared.</summary>
    /// <param name="plate">As read, at most 16 characters; <c>?</c> for an unread one.</param>
    /// <param name="now">Seconds since 1970.</param>
    /// <param name="found">Gets the places.</param>
    /// <returns>False when it has so many unread characters that it was not searched for.</returns>
    public bool Find(ReadOnlySpan<char> plate, uint now, PlaceList found)
    {
        lock (_gate)
        {
            var search = new ListSearch(_tables, _shapes, _letters, plate, now, found);
            return search.Run();
        }
    }

    /// <returns>A bit for each <c>?</c>, bit 0 for the first character.</returns>
    public static ushort WildOf(ReadOnlySpan<char> plate)
    {
        int wild = 0;
        for (int i = 0; i < plate.Length && i < HotListRules.PlateLength; i++)
        {
            wild |= plate[i] == PlateGrammar.Unread ? 1 << i : 0;
        }

        return (ushort)wild;
    }

    private static uint Seconds(long ticks) => (uint)Math.Clamp((ticks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerSecond, 0, uint.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Put(in ListRow row, ReadOnlySpan<char> plate)
    {
        if (_tables.IsFull)
        {
            // Nobody else changes the tables: they are copied without holding anybody up, and handed over in one step.
            var larger = _tables.Resized(_tables.Count * 3 / 2 + FirstRows);
            lock (_gate)
            {
                _tables = larger;
            }
        }

        lock (_gate)
        {
            Take(row.Id);
            _tables.Add(row);
            _shapes.Add(row.Length, row.Wild);
            _letters.Add(plate);
        }
    }

    private void Take(ulong id)
    {
        int number = _tables.FindId(id);
        if (number != 0)
        {
            var row = _tables[number];
            _shapes.Remove(row.Length, row.Wild);
            _tables.Remove(number);
        }
    }
}
