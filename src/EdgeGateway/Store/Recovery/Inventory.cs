using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Evidence;
using EdgeGateway.Store.Parcels;
using EdgeGateway.Store.Recovery.Raw;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Recovery;

/// <summary>What the first sweep over a damaged store finds: everything but the readings themselves.</summary>
internal sealed class Inventory : IRecordTaker
{
    private const int EpochChars = 8;
    private const int MostMemory = 10_000;
    private const int HashBytes = 32;
    private const int KeyBytes = 16;
    private const int WantedColumn = 6;

    private readonly SortedDictionary<long, (UInt128 Key, long Seen)> _keys = [];
    private readonly SortedDictionary<long, StoredMedia> _media = [];
    private readonly SortedDictionary<long, EvidenceLink> _evidence = [];
    private readonly SortedDictionary<long, ParcelRow> _parcels = [];
    private readonly HashSet<long> _unprovedParcels = [];
    private readonly Dictionary<string, string> _memory = [];
    private readonly HashSet<GapRow> _gaps = [];
    private readonly Dictionary<string, StoreEpoch> _epochs = [];

    /// <summary>Positions that the lane index names, by lane.</summary>
    public PositionSet[] Indexed { get; } = [new(), new(), new()];

    /// <summary>The newest row of totals that makes sense in itself; null when there is none.</summary>
    public Totals? Totals { get; private set; }

    public IReadOnlyCollection<StoreEpoch> Epochs => _epochs.Values;

    public IReadOnlyDictionary<string, string> Memory => _memory;

    /// <summary>By position; each row proved by its checksum.</summary>
    public IReadOnlyCollection<StoredMedia> Media => _media.Values;

    /// <summary>Oldest first.</summary>
    public IReadOnlyCollection<(UInt128 Key, long Seen)> Keys => _keys.Values;

    /// <summary>By number; each proves itself only together with the one before it.</summary>
    public IReadOnlyCollection<EvidenceLink> Evidence => _evidence.Values;

    /// <summary>By number; each row proved by its checksum.</summary>
    public IReadOnlyCollection<ParcelRow> Parcels => _parcels.Values;

    /// <summary>Rows of parcels that are there and are not as they were written.</summary>
    public int UnprovedParcels => _unprovedParcels.Count(number => !_parcels.ContainsKey(number));

    /// <summary>Gaps that were gathered and not told yet.</summary>
    public IReadOnlyCollection<GapRow> Gaps => _gaps;

    public bool Take(in RawRecord record, long row, PageOrigin origin)
    {
        if (origin == PageOrigin.Free)
        {
            return false;
        }

        return record.Count switch
        {
            2 when row == 0 => TakeLane(record, origin) || TakeMemory(record),
            3 when row == 0 => TakeEpoch(record),

            // Of a commit that never was, the device was never told: a key without its reading would swallow the repeat.
            3 when origin == PageOrigin.Live => TakeKey(record, row),
            4 when row > 0 && origin == PageOrigin.Live => TakeLink(record, row),
            7 when row > 0 && origin == PageOrigin.Live => TakeParcel(record, row),
            16 when row == 1 && origin == PageOrigin.Live => TakeTotals(record),
            10 when row == 0 && origin == PageOrigin.Live => TakeGap(record),
            10 when row > 0 => TakeMedia(record, row),
            _ => false,
        };
    }

    private bool TakeLane(in RawRecord record, PageOrigin origin)
    {
        if (origin != PageOrigin.Live || !record.IsInteger(0) || !record.IsInteger(1) || record.Integer(1) < 1 || record.Integer(0) is < 0 or > (long)Lane.Telemetry)
        {
            return false;
        }

        Indexed[record.Integer(0)].Add(record.Integer(1));
        return true;
    }

    private bool TakeMemory(in RawRecord record)
    {
        if (!record.IsText(0) || !record.IsText(1) || _memory.Count >= MostMemory)
        {
            return false;
        }

        string name = Encoding.UTF8.GetString(record.Bytes(0));
        if (name is not ("schema" or "epoch"))
        {
            _memory.TryAdd(name, Encoding.UTF8.GetString(record.Bytes(1)));
        }

        return true;
    }

    private bool TakeEpoch(in RawRecord record)
    {
        if (!record.IsText(0) || !record.IsInteger(1) || record.Bytes(0).Length != EpochChars || record.Integer(1) < 0)
        {
            return false;
        }

        string epoch = Encoding.UTF8.GetString(record.Bytes(0));
        _epochs.TryAdd(epoch, new StoreEpoch(epoch, record.Integer(1), record.IsInteger(2) ? record.Integer(2) : null));
        return true;
    }

    private bool TakeKey(in RawRecord record, long row)
    {
        if (!record.IsNull(0) || !record.IsBlob(1) || record.Bytes(1).Length != KeyBytes || !record.IsInteger(2))
        {
            return false;
        }

        _keys.TryAdd(row, (BinaryPrimitives.ReadUInt128LittleEndian(record.Bytes(1)), record.Integer(2)));
        return true;
    }

    private bool TakeLink(in RawRecord record, long row)
    {
        if (!record.IsNull(0) || !record.IsBlob(1) || record.Bytes(1).Length != HashBytes || !record.IsText(2) || !record.IsInteger(3))
        {
            return false;
        }

        _evidence.TryAdd(row, new(row, record.Bytes(1).ToArray(), Encoding.UTF8.GetString(record.Bytes(2)), record.Integer(3)));
        return true;
    }

    private bool TakeParcel(in RawRecord record, long row)
    {
        if (!record.IsNull(0) || !record.IsInteger(1) || !record.IsInteger(2) || !record.IsInteger(3) || !record.IsInteger(4) || !record.IsInteger(5) || !record.IsBlob(6))
        {
            return false;
        }

        var parcel = new ParcelRow(row, record.Integer(1), (int)record.Integer(2), record.Integer(3), record.Integer(4) != 0, record.Bytes(6).ToArray());
        bool proved = record.Integer(5) == RowChecksum.OfParcel(parcel);
        if (proved)
        {
            _parcels[row] = _parcels.TryGetValue(row, out ParcelRow? other) ? parcel.Over(other) : parcel;
        }
        else
        {
            _unprovedParcels.Add(row);
        }

        return proved;
    }

    private bool TakeMedia(in RawRecord record, long row)
    {
        if (!record.IsNull(0) || !record.IsBlob(1) || !record.IsText(2) || !record.IsInteger(3) || !record.IsInteger(4) || record.Bytes(1).Length != HashBytes ||
            record.Integer(4) != RowChecksum.OfMedia(row, record.Bytes(1), record.Bytes(2), record.Integer(3)))
        {
            return false;
        }

        _media.TryAdd(row, new(row, Convert.ToHexStringLower(record.Bytes(1)), Encoding.UTF8.GetString(record.Bytes(2)), record.Integer(3))
        {
            OnDemand = record.IsInteger(WantedColumn) && record.Integer(WantedColumn) == 0,
        });
        return true;
    }

    /// <remarks>No checksum: what makes sense is told, for a gap that nobody tells is worse than one told wrong.</remarks>
    private bool TakeGap(in RawRecord record)
    {
        bool sane = record.IsText(0) && record.IsInteger(1) && record.IsText(2) && record.IsText(3) && record.IsInteger(4) && record.IsInteger(5) && record.IsInteger(6)
            && record.Bytes(2).Length == EpochChars && record.Integer(1) is >= 0 and <= (long)Lane.Media
            && record.Integer(4) >= 0 && record.Integer(5) >= record.Integer(4) && record.Integer(6) > 0;
        if (sane)
        {
            _gaps.Add(new GapRow(
                new(Encoding.UTF8.GetString(record.Bytes(0)), (Lane)record.Integer(1), Encoding.UTF8.GetString(record.Bytes(2)), record.Integer(4)),
                record.Integer(5), record.Integer(6), Encoding.UTF8.GetString(record.Bytes(3)), record.IsText(7) ? Encoding.UTF8.GetString(record.Bytes(7)) : null));
        }

        return sane;
    }

    private bool TakeTotals(in RawRecord record)
    {
        for (int column = 1; column < record.Count; column++)
        {
            if (!record.IsInteger(column) || record.Integer(column) < 0)
            {
                return false;
            }
        }

        var totals = new Totals
        {
            Position = record.Integer(1),
            Seq = record.Integer(2),
            Parked = record.Integer(6),
            MediaPosition = record.Integer(7),
            Media = record.Integer(8),
            MediaBytes = record.Integer(9),
            MediaMissing = record.Integer(10),
            Commits = record.Integer(11),
        };
        totals.Set(Lane.Alarm, record.Integer(3));
        totals.Set(Lane.Event, record.Integer(4));
        totals.Set(Lane.Telemetry, record.Integer(5));
        bool sane = totals.Seq <= totals.Position && totals.Parked <= totals.Position - totals.Sum && totals.Media <= totals.MediaPosition;
        Totals = sane && totals.Commits > (Totals?.Commits ?? -1) ? totals : Totals;
        return true;
    }
}
