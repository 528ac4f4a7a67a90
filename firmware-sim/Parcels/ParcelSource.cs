using System.Globalization;
using System.Numerics;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Parcels;

/// <summary>
/// The parcels of one line. A pure function of seed, line, start and rate: parcel n is the same whenever and by whichever twin
/// it is asked for. The start is part of the names, so that two runs of one scenario never look like repeats.
/// </summary>
public sealed class ParcelSource
{
    private static readonly string[] s_carriers = ["SF", "YT", "ZT", "JD", "ST", "YD"];

    private readonly ulong _seed;
    private readonly string _line;
    private readonly DateTimeOffset _start;
    private readonly double _rate;
    private readonly ParcelMix _mix;

    /// <param name="seed">Seed of the run.</param>
    /// <param name="line">Devices that name the same line, rate and mix see the same parcels.</param>
    /// <param name="start">True time of the beginning.</param>
    /// <param name="rate">Parcels a second, above 0.</param>
    /// <param name="mix">What sort of parcels.</param>
    public ParcelSource(ulong seed, string line, DateTimeOffset start, double rate, ParcelMix mix)
    {
        _seed = seed ^ (ulong)start.ToUnixTimeMilliseconds();
        _line = line;
        _start = DateTimeOffset.FromUnixTimeMilliseconds(start.ToUnixTimeMilliseconds());
        _rate = rate;
        _mix = mix;
    }

    public ParcelPlan At(long index)
    {
        var random = SeededRandom.For(_seed, _line, index);
        DateTimeOffset at = _start.AddMilliseconds(Math.Floor((index + 0.1 + (0.8 * random.Unit())) / _rate * 1000));
        string barcode = Barcode(ref random);
        var plan = new ParcelPlan
        {
            Index = index,
            Barcode = barcode,
            ScanUid = Uid(ref random),
            ScanId = string.Create(CultureInfo.InvariantCulture, $"SCAN-{index + 1:0000000}"),
            At = at,
            DecidedAt = at + _mix.ScanTakes + TimeSpan.FromMilliseconds(random.Between(0, 300)),
            Machine = Machine(random.Unit()),
            Reads = [.. Reads(barcode, at, random.Unit(), random.Between(50, 400))],
            Seed = random.Next(),
        };
        return Reviewed(plan, ref random);
    }

    /// <summary>A further name of this kind, made from the same dice.</summary>
    public static string Uid(ref SeededRandom random)
    {
        BigInteger number = (new BigInteger(random.Next()) << 64) | random.Next();
        return "2.25." + number.ToString(CultureInfo.InvariantCulture);
    }

    private ParcelVerdict Machine(double dice) =>
        dice < _mix.Alarm ? ParcelVerdict.Alarm
        : dice < _mix.Alarm + _mix.Unknown ? ParcelVerdict.Unknown
        : dice < _mix.Alarm + _mix.Unknown + _mix.Aborted ? ParcelVerdict.Aborted
        : ParcelVerdict.Clear;

    private ParcelPlan Reviewed(ParcelPlan plan, ref SeededRandom random)
    {
        var (inside, tip, looks, overrules, after) =
            (ParcelThing.All[random.Below(ParcelThing.All.Count)], random.Unit(), random.Unit(), random.Unit(), random.Unit());
        if (plan.Machine == ParcelVerdict.Clear)
        {
            return plan;
        }

        bool alarm = plan.Machine == ParcelVerdict.Alarm;
        plan = plan with { Inside = alarm ? inside : null, Tip = alarm && tip < _mix.Tip };
        return looks >= _mix.Reviewed ? plan : plan with
        {
            Operator = overrules < _mix.Overruled ? ParcelVerdict.Clear : ParcelVerdict.Alarm,
            OperatorAt = plan.DecidedAt + _mix.ReviewAfter + TimeSpan.FromMilliseconds(Math.Floor(after * _mix.ReviewSpread.TotalMilliseconds)),
        };
    }

    private IEnumerable<ParcelRead> Reads(string code, DateTimeOffset at, double dice, int milliseconds)
    {
        DateTimeOffset first = at.AddMilliseconds(milliseconds);
        double late = _mix.BarcodeMissing + _mix.BarcodeLate;
        if (dice < _mix.BarcodeMissing)
        {
            yield break;
        }

        yield return new ParcelRead(code, dice < late ? first + _mix.BarcodeLateBy : first);
        if (dice >= late && dice < late + _mix.BarcodeDoubled)
        {
            yield return new ParcelRead(code, first.AddMilliseconds(150));
        }
    }

    private static string Barcode(ref SeededRandom random)
    {
        string carrier = s_carriers[random.Below(s_carriers.Length)];
        return string.Create(CultureInfo.InvariantCulture, $"{carrier}{random.Next() % 10_000_000_000_000:0000000000000}");
    }
}
