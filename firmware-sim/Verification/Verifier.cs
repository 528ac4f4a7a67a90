using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>Holds what devices told against what the platform got. Knows the contract and the ledger, nothing of the gateway.</summary>
public sealed class Verifier(VerifyOptions options)
{
    private readonly VerifyReport _report = new();
    private readonly Dictionary<(string Device, bool Pictures), long> _missing = [];
    private readonly Dictionary<(string Device, string NativeId), bool> _told = [];

    public VerifyReport Verify(IEnumerable<TruthLine> ledger, ReceivedIndex received)
    {
        var order = new OrderCheck(_report);
        var kinds = new KindJudge(_report, order, device => Miss(device, pictures: false));
        var parcels = new ParcelJudge(_report, new ParcelRecords(received.Readings, _report), device => Miss(device, pictures: false));
        var flights = new FlightJudge(_report, received.Flights, device => Miss(device, pictures: false));
        var kiosks = new KioskJudge(_report, received.Kiosks, device => Miss(device, pictures: false));
        var cabinets = new CabinetJudge(_report, received.Cabinets, device => Miss(device, pictures: false));
        foreach (TruthLine line in ledger.Where(line => !kiosks.Add(line) && !cabinets.Add(line)))
        {
            bool counts = options.OnlyAcknowledged ? line.IsAcknowledged : line.IsAccepted;
            bool known = WasPromised(line, counts);
            if (FlightJudge.Takes(line))
            {
                flights.Add(line, counts);
            }
            else if (parcels.Takes(line))
            {
                parcels.Add(line, counts);
            }
            else if (line.Kind is not null)
            {
                kinds.Add(line, counts);
                AddAlso(line, counts);
            }
            else if (counts && !known)
            {
                Check(line, received, order);
            }
        }

        kinds.Judge(received);
        parcels.Judge();
        flights.Judge();
        kiosks.Judge();
        cabinets.Judge();
        return Sum(received, (device, nativeId) => kiosks.Knows(device) || cabinets.Knows(device) || flights.Knows(device, nativeId));
    }

    private VerifyReport Sum(ReceivedIndex received, Func<string, string, bool> known)
    {
        Declare(received);
        return Close(received, known);
    }

    /// <summary>Whether an earlier line already promised this reading; remembers what this one promises.</summary>
    private bool WasPromised(TruthLine line, bool counts)
    {
        (string, string) key = (line.Device, line.NativeId);
        bool before = _told.GetValueOrDefault(key);
        _told[key] = before || counts;
        return before;
    }

    private VerifyReport Close(ReceivedIndex received, Func<string, string, bool> known)
    {
        if (!options.WithoutLedger)
        {
            Sweep(received, known);
        }

        _report.Duplicates = received.Duplicates;
        _report.Holes = received.Holes.Count();
        return _report;
    }

    private void Check(TruthLine line, ReceivedIndex received, OrderCheck order)
    {
        _report.Accepted++;
        _report.Acknowledged += line.IsAcknowledged ? 1 : 0;
        _report.Streamed += line.IsAcknowledged ? 0 : 1;
        IReadOnlyList<ReceivedLine> readings = received.Of(line.Device, line.NativeId);
        if (readings.Count == 0)
        {
            Miss(line.Device, pictures: false);
            _report.Note($"missing {line.Device} {line.NativeId} plate {line.Plate} told {line.At:O}");
            return;
        }

        PictureFate pictures = options.WithoutMedia ? PictureFate.Whole : PicturesOf(line, received);
        if (pictures == PictureFate.Absent)
        {
            Miss(line.Device, pictures: true);
        }
        else
        {
            _report.Delivered++;
            _report.Altered += IsTrue(line, readings) && pictures == PictureFate.Whole ? 0 : 1;
        }

        order.Next(line, readings);
        _report.Renumbered += readings.DistinctBy(reading => reading.Id).Count() > 1 ? 1 : 0;
    }

    private PictureFate PicturesOf(TruthLine line, ReceivedIndex received)
    {
        PictureFate fate = PictureFate.Whole;
        foreach (TruthPicture picture in line.Pictures.Where(picture => !received.HasPicture(picture.Sha256, picture.Bytes)))
        {
            bool spoiled = received.IsSpoiled(picture.Sha256);
            _report.Note($"picture {picture.Sha256} of {line.Device} {line.NativeId}: {(spoiled ? "other bytes came under its hash" : "its bytes never came")}");
            fate = spoiled && fate == PictureFate.Whole ? PictureFate.Spoiled : spoiled ? fate : PictureFate.Absent;
        }

        return fate;
    }

    /// <summary>Every reading of the passage must be true; the pictures may be spread over two of them (hasMoreData).</summary>
    private bool IsTrue(TruthLine line, IReadOnlyList<ReceivedLine> readings)
    {
        string? why = readings.Select(reading => Difference(line, reading)).FirstOrDefault(difference => difference is not null);
        var named = readings.SelectMany(reading => reading.Media ?? []).Select(picture => (picture.Sha256, picture.Bytes)).ToHashSet();
        if (why is null && !named.SetEquals(line.Pictures.Select(picture => (picture.Sha256, picture.Bytes))))
        {
            why = $"pictures: told {line.Pictures.Count}, named {named.Count}, and they are not the same";
        }

        if (why is not null)
        {
            _report.Note($"altered {line.Device} {line.NativeId} {why}");
        }

        return why is null;
    }

    private static string? Difference(TruthLine line, ReceivedLine reading)
    {
        if ((reading.Plate ?? "") != line.Plate)
        {
            return $"plate: told {line.Plate}, received {reading.Plate}";
        }

        if (reading.LaneNo != line.LaneNo)
        {
            return $"lane: told {line.LaneNo}, received {reading.LaneNo}";
        }

        return reading.Time?.ToUnixTimeMilliseconds() == line.Time.ToUnixTimeMilliseconds() ? null : $"time: told {line.Time:O}, received {reading.Time:O}";
    }

    private void Miss(string device, bool pictures) => _missing[(device, pictures)] = _missing.GetValueOrDefault((device, pictures)) + 1;

    private void Declare(ReceivedIndex received)
    {
        _report.Gaps = received.Gaps.Total;
        Dictionary<bool, long> untold = new() { [false] = received.Gaps.Of(GapClaims.Untold, pictures: false), [true] = received.Gaps.Of(GapClaims.Untold, pictures: true) };
        foreach (((string device, bool pictures), long missing) in _missing)
        {
            long own = Math.Min(missing, received.Gaps.Of(device, pictures));
            long shared = Math.Min(missing - own, untold[pictures]);
            untold[pictures] -= shared;
            _report.Excused += own + shared;
            _report.Lost += missing - own - shared;
        }
    }

    /// <summary>What stands under the other device was told as well.</summary>
    private void AddAlso(TruthLine line, bool counts)
    {
        if (line.Also is { } also)
        {
            _told[(also, line.NativeId)] = counts || _told.GetValueOrDefault((also, line.NativeId));
        }
    }

    /// <param name="received">What came.</param>
    /// <param name="known">Whether a reading that no line names was accounted for elsewhere.</param>
    private void Sweep(ReceivedIndex received, Func<string, string, bool> known)
    {
        foreach ((string Device, string NativeId) passage in received.Passages)
        {
            if (_told.TryGetValue(passage, out bool promised))
            {
                _report.Unpromised += promised ? 0 : 1;
            }
            else if (!known(passage.Device, passage.NativeId))
            {
                _report.Invented++;
                _report.Note($"invented {passage.Device} {passage.NativeId}: no device told it");
            }
        }
    }

    private enum PictureFate
    {
        Whole,
        Spoiled,
        Absent,
    }
}
