using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>The latest message of each sort from one vehicle; null for what it did not say since it started.</summary>
internal sealed class VehicleSignals
{
    /// <summary>It is told once a second, where it is told.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(5);

    private TimeSpan _extendedAt;

    public Heartbeat Heartbeat { get; set; }

    public SysStatus? Status { get; private set; }

    public GpsRawInt? Gps { get; private set; }

    public Attitude? Attitude { get; private set; }

    public GlobalPositionInt? Position { get; private set; }

    public VfrHud? Hud { get; private set; }

    public MissionCurrent? Mission { get; private set; }

    public ushort? Reached { get; private set; }

    public HomePosition? Home { get; private set; }

    public ExtendedSysState? Extended { get; private set; }

    public AutopilotVersion? Version { get; private set; }

    /// <summary>Of the battery that counts, index 0.</summary>
    public BatteryStatus? Battery { get; private set; }

    /// <summary>Whether it is landed, as long as that is fresh: one that said it once, when it was asked, has taken off since.</summary>
    public ExtendedSysState? ExtendedOf(TimeSpan now) => now - _extendedAt <= s_fresh ? Extended : null;

    /// <summary>Takes what the autopilot, or a battery, says of the vehicle.</summary>
    /// <param name="frame">What it says.</param>
    /// <param name="at">When.</param>
    /// <returns>What of it is new.</returns>
    public SignalKind Take(MavFrame frame, TimeSpan at = default)
    {
        _extendedAt = frame.MessageId == ExtendedSysState.MsgId ? at : _extendedAt;
        switch (frame.MessageId)
        {
            case GlobalPositionInt.MsgId:
                Position = frame.Read<GlobalPositionInt>();
                return SignalKind.Position;
            case GpsRawInt.MsgId:
                Gps = frame.Read<GpsRawInt>();
                return Position is null ? SignalKind.Position : SignalKind.Detail;
            case Protocol.Mavlink.Messages.Attitude.MsgId:
                Attitude = frame.Read<Attitude>();
                return SignalKind.Detail;
            case VfrHud.MsgId:
                Hud = frame.Read<VfrHud>();
                return SignalKind.Detail;
            default:
                return TakeState(frame);
        }
    }

    /// <summary>It began anew: nothing that it said before counts.</summary>
    public void Forget() =>
        (Status, Gps, Attitude, Position, Hud, Mission, Reached, Extended, Battery) = (null, null, null, null, null, null, null, null, null);

    private SignalKind TakeState(MavFrame frame)
    {
        switch (frame.MessageId)
        {
            case SysStatus.MsgId:
                Status = frame.Read<SysStatus>();
                return SignalKind.State;
            case BatteryStatus.MsgId:
                var battery = frame.Read<BatteryStatus>();
                Battery = battery.Id == 0 ? battery : Battery;
                return battery.Id == 0 ? SignalKind.State : SignalKind.None;
            case MissionCurrent.MsgId:
                Mission = frame.Read<MissionCurrent>();
                return SignalKind.State;
            case MissionItemReached.MsgId:
                Reached = frame.Read<MissionItemReached>().Seq;
                return SignalKind.State;
            case HomePosition.MsgId:
                Home = frame.Read<HomePosition>();
                return SignalKind.State;
            case ExtendedSysState.MsgId:
                Extended = frame.Read<ExtendedSysState>();
                return SignalKind.State;
            case AutopilotVersion.MsgId:
                Version = frame.Read<AutopilotVersion>();
                return SignalKind.State;
            default:
                return SignalKind.None;
        }
    }
}

/// <summary>What a message is good for.</summary>
internal enum SignalKind
{
    /// <summary>Nothing that is told.</summary>
    None,

    /// <summary>Part of the next position.</summary>
    Detail,

    Position,
    State,
}
