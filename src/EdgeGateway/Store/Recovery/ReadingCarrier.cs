using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Recovery.Raw;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Recovery;

/// <summary>The second sweep: every reading whose checksum is right goes into the new store, once.</summary>
internal sealed class ReadingCarrier : IRecordTaker
{
    private const int MostDevice = 64;
    private const int MostSuspects = 10_000;

    private readonly Inventory _inventory;
    private readonly LastKnown _known;
    private readonly bool _consistent;
    private readonly bool _indexWhole;
    private readonly Func<RawReading, bool> _put;
    private readonly Dictionary<string, long> _bases = [];
    private readonly Dictionary<long, string> _suspects = [];
    private readonly HashSet<string> _devices = [];
    private readonly NameCache _names = new();
    private long _left;
    private bool _leftTaken;

    /// <param name="inventory">What the first sweep found.</param>
    /// <param name="known">What the store last said of itself.</param>
    /// <param name="consistent">Whether what lies on a page in use is there; see <see cref="PageSweep.Consistent"/>.</param>
    /// <param name="put">Takes a proved reading; false when it has it already.</param>
    public ReadingCarrier(Inventory inventory, LastKnown known, bool consistent, Func<RawReading, bool> put)
    {
        _consistent = consistent;
        _inventory = inventory;
        _known = known;
        _put = put;
        _indexWhole = known.Totals is { } totals &&
            Enumerable.Range(0, inventory.Indexed.Length).All(lane => inventory.Indexed[lane].Count == totals.Waiting((Lane)lane));
    }

    /// <summary>Positions carried over, parked ones left out.</summary>
    public PositionSet Carried { get; } = new();

    /// <summary>How many of <see cref="Carried"/> stand in each lane.</summary>
    public long[] ByLane { get; } = new long[3];

    public long Parked { get; private set; }

    public long Highest { get; private set; }

    /// <summary>Where the numbers of each epoch begin, proved by a row.</summary>
    public IReadOnlyDictionary<string, long> Bases => _bases;

    /// <summary>
    /// True when rows were left out because the lane index does not name them, and readings are missing: then an entry
    /// of the index may be what was hit, and the rows are taken in one more sweep.
    /// </summary>
    public bool LeftTooMuch => !_leftTaken && _left > 0 &&
        Enumerable.Range(0, ByLane.Length).Any(lane => ByLane[lane] < (_known.Totals?.Waiting((Lane)lane) ?? 0));

    public void TakeLeft() => _leftTaken = true;

    public bool Take(in RawRecord record, long row, PageOrigin origin)
    {
        if (!RawReading.TryProve(record, row, out RawReading reading))
        {
            Suspect(reading);
            return false;
        }

        if (Waits(reading, origin) && _put(reading))
        {
            Count(reading);
        }

        return true;
    }

    /// <returns>Whose reading it was, as far as a row that is not whole tells it.</returns>
    public string? SuspectedOf(long position) => _suspects.GetValueOrDefault(position) is { } device && _devices.Contains(device) ? device : null;

    private void Suspect(in RawReading reading)
    {
        if (reading.Position > 0 && reading.Device.Length is > 0 and <= MostDevice && _suspects.Count < MostSuspects)
        {
            _suspects.TryAdd(reading.Position, _names.Of(reading.Device));
        }
    }

    private void Count(in RawReading reading)
    {
        _bases.TryAdd(_names.Of(reading.Epoch), reading.Position - reading.Seq);
        _devices.Add(_names.Of(reading.Device));
        Highest = Math.Max(Highest, reading.Position);
        if (reading.IsParked)
        {
            Parked++;
        }
        else
        {
            Carried.Add(reading.Position);
            ByLane[reading.Lane]++;
        }
    }

    /// <remarks>
    /// What lies on a page in use waits, if all pages are of one instant. If they are not, a whole lane index says what
    /// waits; without one everything is taken: at worst it is delivered once more. What a doubtful image says beyond the last number given was never acknowledged.
    /// </remarks>
    private bool Waits(in RawReading reading, PageOrigin origin)
    {
        bool indexed = _inventory.Indexed[reading.Lane].Contains(reading.Position);
        bool given = origin != PageOrigin.Doubtful || _known.Totals is not { } totals || reading.Position <= totals.Position;
        if (!given || indexed || origin == PageOrigin.Free)
        {
            return given && indexed && !reading.IsParked;
        }

        bool believed = _consistent || !_indexWhole || _leftTaken || reading.IsParked;
        _left += believed ? 0 : 1;
        return believed;
    }
}
