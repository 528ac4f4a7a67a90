using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Storm;

/// <summary>How many sessions hold on to a broker, and how they come back.</summary>
public sealed record StormOptions
{
    /// <summary>Where; each session puts its own client id and will in.</summary>
    public required SimMqttOptions Broker { get; init; }

    public int Sessions { get; init; } = 500;

    /// <summary>Below it lie the wills, which are retained: not the root of a real platform.</summary>
    public string Root { get; init; } = "edge-storm/v1";

    /// <summary>Client ids are PREFIX0001, PREFIX0002, ...</summary>
    public string Prefix { get; init; } = "gw-storm-";

    /// <summary>Shortest wait; the first connections are spread over as much.</summary>
    public TimeSpan Least { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan Most { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>A link that lived so long clears the count of failures.</summary>
    public TimeSpan Steady { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For the broker's answer to CONNECT.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Of the waits, so that a run can be repeated.</summary>
    public int Seed { get; init; } = 1;
}
