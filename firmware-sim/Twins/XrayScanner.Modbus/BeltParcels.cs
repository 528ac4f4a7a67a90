using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>
/// Puts one parcel after another into the registers, in the order of the belt, each when its decision is there. What stood there
/// counts as told when an answer with it went out whole.
/// </summary>
/// <param name="plan">Which parcels, and where it is noted.</param>
public sealed class BeltParcels(BeltPlan plan)
{
    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_untold = TimeSpan.FromSeconds(10);

    private readonly ParcelSource _source = new(plan.Seed, plan.Profile.Line.Length > 0 ? plan.Profile.Line : plan.Device, plan.Start, plan.Profile.Rate, plan.Profile.Mix);
    private ParcelPlan? _current;
    private ParcelPlan? _next;
    private DateTimeOffset _shownAt;
    private long _index;
    private uint _count = plan.Profile.FirstCount;
    private uint _alarms;
    private bool _told;
    private int _hurry;

    /// <summary>No parcel comes any more, and the last one had its time: a link that ends behind an answer takes the answer along.</summary>
    public bool IsDone(DateTimeOffset now) => Next() is null && now >= _shownAt + (_told ? s_linger : s_untold);

    /// <summary>What the registers say of the current parcel.</summary>
    public uint Count => _count;

    /// <summary>So many parcels come without waiting for their time.</summary>
    public void Hurry(int count) => _hurry += count;

    /// <summary>An answer that held the current parcel went out.</summary>
    public void Told(uint count) => _told |= _current is not null && count == _count;

    public void Restart()
    {
        Note();
        (_count, _alarms, _current) = (0, 0, null);
    }

    public void Advance(DateTimeOffset now, BeltRegisters registers)
    {
        while (Next() is { } next && IsDue(next, now))
        {
            Note();
            (_current, _next, _shownAt, _told) = (next, null, now, false);
            _hurry -= _hurry > 0 ? 1 : 0;
            _count = plan.Profile.RestartEvery > 0 && next.Sequence % plan.Profile.RestartEvery == 0 ? 1 : _count + 1;
            _alarms += next.Machine == ParcelVerdict.Alarm ? 1u : 0;
            registers.Holding[1] = 0;
        }

        Show(now, registers);
    }

    /// <summary>What the last one became, when nothing comes after it.</summary>
    public void Note()
    {
        if (_current is not { } parcel)
        {
            return;
        }

        _current = null;
        plan.Ledger.Note(new TruthLine
        {
            Device = plan.Device,
            NativeId = FormattableString.Invariant($"{plan.Profile.Name}/{_count}"),
            Plate = "",
            LaneNo = 0,
            Time = default,
            Kind = "parcel.inspection",
            Facts = new Dictionary<string, string> { ["scan.sequence"] = FormattableString.Invariant($"{_count}") },
            Told = _told ? TruthLine.Stream : TruthLine.None,
            At = _shownAt > parcel.DecidedAt ? _shownAt : parcel.DecidedAt,
        });
    }

    private void Show(DateTimeOffset now, BeltRegisters registers)
    {
        registers.PutWide(8, _count);
        registers.PutWide(10, _alarms);
        registers.PutWide(16, _count);
        registers.Input[18] = Decision(_current?.Machine);
        registers.PutBarcode(_current?.Reads.FirstOrDefault(read => read.At <= now)?.Code ?? "");
        registers.Discrete[12] = _current is not null && now < _shownAt + plan.Profile.Hold;
        registers.Discrete[15] = _current?.Machine == ParcelVerdict.Alarm;
        if (_current is { Operator: { } said } && now >= _current.OperatorAt)
        {
            registers.Holding[1] = Decision(said);
        }
    }

    private bool IsDue(ParcelPlan next, DateTimeOffset now) => _hurry > 0 || (now >= next.DecidedAt && now >= _shownAt + plan.Profile.Hold);

    private ParcelPlan? Next()
    {
        if (_next is null && _index < plan.Count && _source.At(_index) is var next && next.At < plan.End)
        {
            _next = next;
            _index++;
        }

        return _next;
    }

    /// <summary>A scan that was broken off has no decision.</summary>
    private static ushort Decision(ParcelVerdict? verdict) => verdict switch
    {
        ParcelVerdict.Clear => 1,
        ParcelVerdict.Alarm => 2,
        ParcelVerdict.Unknown => 3,
        _ => 0,
    };
}
