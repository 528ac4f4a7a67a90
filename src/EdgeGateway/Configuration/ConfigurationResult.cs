using System.Diagnostics.CodeAnalysis;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>What became of a configuration file: settings, or every mistake in it.</summary>
/// <param name="Settings">Null when there is a finding.</param>
/// <param name="Findings">Empty when all is well.</param>
public sealed record ConfigurationResult(GatewaySettings? Settings, IReadOnlyList<Finding> Findings)
{
    /// <summary>Every path that was asked for, present or not, such as <c>uplink.brokers[0].host</c>; what a schema must know.</summary>
    public IReadOnlyCollection<string> Names { get; init; } = [];

    [MemberNotNullWhen(true, nameof(Settings))]
    public bool Ok => Settings is not null;
}
