using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Drivers.Drone;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>By which message something is told, and when it was.</summary>
/// <param name="Received">The gateway's clock.</param>
/// <param name="Told">The robot's clock; null when the message has none or an old one.</param>
/// <param name="NativeId">Topic, counter and time of the message; null when it has neither.</param>
/// <param name="Place">Where the robot was.</param>
internal sealed record RobotMoment(DateTimeOffset Received, DateTimeOffset? Told, string? NativeId, VdaPlace? Place)
{
    /// <summary>The robot's counter went back: it was started again.</summary>
    public const string CounterRestarted = "COUNTER_RESTARTED";

    /// <summary>Of the message, besides what its clock is.</summary>
    public bool IsRestart { get; init; }

    private ToldMoment Clock => new(Received, Told);

    public IReadOnlyList<string>? Flags => (Clock.IsOff, IsRestart) switch
    {
        (false, false) => null,
        (true, false) => [ToldMoment.ClockOff],
        (false, true) => [CounterRestarted],
        _ => [ToldMoment.ClockOff, CounterRestarted],
    };

    /// <summary>Names the message, where it does not name itself by when it came.</summary>
    public string Mark => NativeId ?? FormattableString.Invariant($"{Received.ToUnixTimeMilliseconds()}");

    /// <param name="device">Device id.</param>
    /// <param name="driver">Name of the driver.</param>
    /// <param name="lane">Where it goes.</param>
    /// <param name="body">What it says.</param>
    /// <param name="alarm">What a crash may tell again; null: it is told once.</param>
    public Reading Reading(string device, string driver, Lane lane, ReadingBody body, StandingAlarm<VehicleAlarm>? alarm = null)
    {
        var clock = Clock;
        return new Reading
        {
            Device = device,
            Driver = driver,
            Lane = lane,
            Time = clock.Time,
            TimeFrom = clock.From,
            Received = Received,
            DeviceOffsetMs = clock.OffsetMs,
            Body = body with { Source = new SourceInfo(alarm?.NativeId ?? NativeId) },

            // A counter that is started again counts the same numbers: only what a crash may repeat is a repeat.
            RepeatKey = alarm?.RepeatKey ?? FormattableString.Invariant($"{NativeId}\n{Received.UtcTicks}"),
        };
    }
}
