using System.Net;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A cabinet: the folder that shows it.</summary>
public sealed record CabinetDevice : ScenarioDevice
{
    public required CabinetProfile Profile { get; init; }

    /// <summary>Made when it is missing; the gateway's settings name it as <c>root</c>.</summary>
    public required string Folder { get; init; }
}

/// <summary>A server of UPSs.</summary>
public sealed record UpsDevice : ScenarioDevice
{
    public required NutProfile Profile { get; init; }

    public required IPEndPoint? Listen { get; init; }
}
