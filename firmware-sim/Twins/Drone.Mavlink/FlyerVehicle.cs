using System.Text;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>One vehicle of a link: flies, tells, and does what is planned for it.</summary>
public sealed class FlyerVehicle
{
    private const double LowPercent = 14;
    private const byte Critical = 2;
    private const byte Info = 6;
    private const string LowText = "电池电量低，请尽快返航";
    private const string DistressText = "Motor failure detected, landing now";
    private static readonly TimeSpan s_apart = TimeSpan.FromSeconds(1);

    private readonly FlyerPlan _plan;
    private readonly TimeSpan _late;
    private readonly FlyerFlight _flight;
    private readonly FlyerVoice _voice;
    private readonly FlyerTruth _truth;
    private readonly FlyerHappenings _done = new();
    private readonly long _perPicture;
    private readonly long _perText;
    private long _ticks;
    private TimeSpan _inRound;
    private int _pictures;
    private ushort _texts;

    /// <param name="plan">Of its link.</param>
    /// <param name="number">Of the vehicles on it, from 0.</param>
    /// <param name="ledger">Where it notes what it told.</param>
    /// <param name="time">Clock.</param>
    public FlyerVehicle(FlyerPlan plan, int number, ITruthLedger ledger, TimeProvider time)
    {
        (_plan, _late) = (plan, s_apart * number);
        _flight = new FlyerFlight(plan.Profile, number);
        _voice = new FlyerVoice(plan.Profile, number, _flight, time.GetUtcNow());
        _truth = new FlyerTruth(plan, plan.Profile.NameOf(number), ledger, time);
        Desk = new FlyerDesk(_voice, _flight, plan.Profile.GroundM);
        (_perPicture, _perText) = (Ticks(plan.Profile.CaptureEvery), Ticks(plan.Profile.TextEvery));
        _flight.TakeOff();
    }

    public FlyerDesk Desk { get; }

    public FlyerFlight Flight => _flight;

    public FlyerTruth Truth => _truth;

    public FlyerVoice Voice => _voice;

    /// <summary>Whether its link is lost, by plan.</summary>
    public bool IsAway(TimeSpan sinceStart) =>
        _plan.Profile.Events.LinkLost is { } at && InRound(sinceStart - _late) is var since && since >= at && since < at + _plan.Profile.Events.LinkLostFor;

    /// <summary>One step of its flight.</summary>
    /// <returns>Frames, in their order.</returns>
    public IReadOnlyList<byte[]> Step(TimeSpan sinceStart, DateTimeOffset now, DateTimeOffset told)
    {
        _flight.Move(1.0 / _plan.Profile.RateHz);
        List<byte[]> frames = [.. Happen(sinceStart - _late, now)];
        bool isSecond = _ticks % _plan.Profile.RateHz == 0;
        if (isSecond)
        {
            frames.AddRange(_voice.EverySecond(now, told));
            frames.AddRange(_ticks % (10L * _plan.Profile.RateHz) == 0 ? [_voice.Say(_voice.Home(), now)] : []);
        }

        int glitch = _plan.Profile.Faults.GlitchEvery;
        frames.AddRange(glitch > 0 && _ticks % glitch == glitch - 1 ? _voice.Glitch(now) : _voice.Often(now));
        frames.AddRange(Pictures(now, told));
        frames.AddRange(Texts(now));
        _ticks++;
        _truth.State(_flight);
        return frames;
    }

    /// <summary>A call for help that nobody of ours sent: the signature, or else the checksum, is wrong.</summary>
    public byte[] Forged(DateTimeOffset now)
    {
        byte[] frame = new MavWriter(_voice.System, FlyerVoice.AutopilotComponent, _plan.Profile.Key.Length > 0 ? new MavSigner(MavKey.OfPassphrase("not the key"), 1) : null)
            .Write(_voice.Beat() with { SystemStatus = 6 }, now);
        frame[^1] ^= 1;
        return frame;
    }

    /// <returns>How long after the beginning of its round.</returns>
    private TimeSpan InRound(TimeSpan since) =>
        _plan.Profile.Events.Every is { Ticks: > 0 } every && since > TimeSpan.Zero ? TimeSpan.FromTicks(since.Ticks % every.Ticks) : since;

    private void BeginRound(TimeSpan since)
    {
        if (InRound(since) < _inRound)
        {
            _done.Forget();
            _flight.Percent = _plan.Profile.BatteryPercent;
            _flight.TakeOff();
        }

        _inRound = InRound(since);
    }

    private IEnumerable<byte[]> Happen(TimeSpan since, DateTimeOffset now)
    {
        BeginRound(since);
        TimeSpan at = InRound(since);
        FlyerEvents events = _plan.Profile.Events;
        if (_done.Begins(nameof(events.Restart), events.Restart, at))
        {
            _voice.Restart(now);
        }

        if (_done.Begins(nameof(events.Return), events.Return, at))
        {
            _flight.Enter(FlyerMode.Return);
        }

        if (_done.Begins(nameof(events.DistressFor), events.Distress + events.DistressFor, at))
        {
            _flight.IsInDistress = false;
            _truth.Alarm("distress", false);
        }

        if (_done.Begins(nameof(events.LeaveFence), events.LeaveFence, at))
        {
            _flight.FlyOut();
        }

        if (_done.Changes("fence", _flight.IsOutside))
        {
            _truth.Alarm("fence-left", _flight.IsOutside);
        }

        if (_done.Changes("link", IsAway(since + _late)))
        {
            _truth.Alarm("link-lost", IsAway(since + _late));
        }

        return [.. BatteryLow(events, at, now), .. Distress(events, at, now)];
    }

    private IEnumerable<byte[]> BatteryLow(FlyerEvents events, TimeSpan at, DateTimeOffset now)
    {
        if (!_done.Begins(nameof(events.BatteryLow), events.BatteryLow, at))
        {
            return [];
        }

        _flight.Percent = Math.Min(_flight.Percent, LowPercent);
        _truth.Alarm("battery-low-far", true);
        _truth.Alarm("message", text: LowText);
        return Chunks(Critical, LowText, 0, now);
    }

    private IEnumerable<byte[]> Distress(FlyerEvents events, TimeSpan at, DateTimeOffset now)
    {
        if (!_done.Begins(nameof(events.Distress), events.Distress, at))
        {
            return [];
        }

        _flight.IsInDistress = true;
        _truth.Alarm("distress", true);
        _truth.Alarm("message", text: DistressText);
        return [_voice.Say(_voice.Beat(), now), .. Chunks(Critical, DistressText, 0, now)];
    }

    private IEnumerable<byte[]> Pictures(DateTimeOffset now, DateTimeOffset told)
    {
        bool isDue = _perPicture > 0 && _ticks % _perPicture == _perPicture - 1;
        if (!isDue && !Desk.TakesPicture)
        {
            return [];
        }

        Desk.TakesPicture = false;
        CameraImageCaptured picture = _voice.Picture(_pictures++, now, told);
        _truth.Capture(picture.ImageIndex, picture.FileUrl);
        return [_voice.Say(picture, now, fromCamera: true)];
    }

    private IEnumerable<byte[]> Texts(DateTimeOffset now)
    {
        if (_perText == 0 || _ticks % _perText != _perText - 1)
        {
            return [];
        }

        bool isLong = ++_texts % 4 == 0;
        string text = isLong ? FormattableString.Invariant($"巡逻第{_texts}段：到达第{_flight.Point}点，一切正常。Everything is as it should be, the patrol goes on.") : FormattableString.Invariant($"Patrol text {_texts}");
        _truth.Message(text);
        return Chunks(Info, text, isLong && !_plan.Profile.IsV1 ? _texts : (ushort)0, now);
    }

    private IEnumerable<byte[]> Chunks(byte severity, string text, ushort id, DateTimeOffset now)
    {
        byte[][] pieces = [.. Encoding.UTF8.GetBytes(text).Chunk(StatusText.Longest)];
        bool isWhole = id == 0 || pieces[^1].Length < StatusText.Longest;
        byte[][] all = isWhole ? pieces : [.. pieces, []];
        return all.Take(id == 0 ? 1 : all.Length).Select((piece, number) => _voice.Say(new StatusText(severity, piece, id, (byte)number), now));
    }

    private long Ticks(TimeSpan every) => every <= TimeSpan.Zero ? 0 : Math.Max((long)Math.Round(every.TotalSeconds * _plan.Profile.RateHz), 1);
}
