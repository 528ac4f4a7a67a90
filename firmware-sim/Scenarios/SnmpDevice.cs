using System.Net;
using EdgeGateway.Sim.Twins.Generic.Snmp;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A printer or a switch that is asked over SNMP.</summary>
public sealed record SnmpDevice : ScenarioDevice
{
    public required SnmpTwinProfile Profile { get; init; }

    public required IPEndPoint? Listen { get; init; }
}
