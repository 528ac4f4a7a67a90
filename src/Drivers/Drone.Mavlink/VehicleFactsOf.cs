using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What one message says for the rules of the site.</summary>
internal static class VehicleFactsOf
{
    private const byte ArmedBit = 0x80;

    /// <summary>Metres above the point of take-off; a vehicle that does not tell its landed state flies above it, when it is armed.</summary>
    private const int AirborneMm = 3_000;

    public static VehicleFacts Beat(VehicleFacts facts, VehicleSignals signals, TimeSpan now) => facts with
    {
        Online = true,
        Airborne = Airborne(signals, now),
        Distress = signals.Heartbeat.SystemStatus is 5 or 6 or 8,
    };

    public static VehicleFacts Message(VehicleFacts facts, VehicleSignals signals, int message, TimeSpan now) => message switch
    {
        GlobalPositionInt.MsgId => facts with
        {
            Position = MavPlaces.Of(signals).Position,
            HeightM = signals.Position!.Value.RelativeAlt / 1000.0,
            SpeedMps = MavlinkMapping.Speed(signals),
            Airborne = Airborne(signals, now),
        },
        GpsRawInt.MsgId when signals.Position is null => facts with { Position = MavPlaces.Of(signals).Position, SpeedMps = MavlinkMapping.Speed(signals) },
        ExtendedSysState.MsgId => facts with { Airborne = Airborne(signals, now) },
        HomePosition.MsgId => facts with { Home = MavPlaces.Home(signals) },
        BatteryStatus.MsgId or SysStatus.MsgId when MavlinkMapping.Battery(signals) is { } battery => facts with { BatteryPercent = battery.Percent, RemainingS = battery.RemainingS },
        _ => facts,
    };

    /// <summary>The height contradicts a landed state that is told in error.</summary>
    /// <returns>Null when it is not known, and for what cannot fly: a fence then holds it on the ground.</returns>
    public static bool? Airborne(VehicleSignals signals, TimeSpan now) => (VehicleWords.CanFly(signals.Heartbeat.Type), signals.ExtendedOf(now)?.LandedState) switch
    {
        (false, _) => null,
        (_, 2 or 3 or 4) => true,
        (_, 1) => IsHigh(signals) == true,
        _ => IsHigh(signals),
    };

    private static bool? IsHigh(VehicleSignals signals) =>
        signals.Position is { } at ? (signals.Heartbeat.BaseMode & ArmedBit) != 0 && at.RelativeAlt > AirborneMm : null;
}
