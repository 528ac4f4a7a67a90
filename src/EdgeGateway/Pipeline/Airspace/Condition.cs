using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>One thing about a vehicle or an aircraft that may become an alarm.</summary>
internal abstract class Condition(string alarm, string severity, HeldState held, string? name = null)
{
    public const string Critical = "critical";
    public const string Major = "major";

    public string Alarm { get; } = alarm;

    public string Severity { get; } = severity;

    /// <summary>Name of the fence; null where there is none.</summary>
    public string? Name { get; } = name;

    public HeldState Held { get; } = held;

    /// <summary>The alarm that was begun and not ended.</summary>
    public StandingAlarm? Standing { get; set; }

    /// <summary>Whether what is so is told.</summary>
    public bool IsSettled => Held.IsOn == Standing is not null;

    /// <summary>What speaks for it, or for its end, oldest first.</summary>
    public abstract IEnumerable<DroneEvidence> Evidence();
}
