using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.CommandLine;

/// <summary>What every verb works with.</summary>
/// <param name="Terminal">Where it reads and writes.</param>
/// <param name="Drivers">Drivers that a configuration may name.</param>
/// <param name="Language"><c>en</c> or <c>zh</c>.</param>
internal sealed record VerbContext(Terminal Terminal, IReadOnlyList<DriverDescriptor> Drivers, string Language)
{
    public string Say(Words words) => words.In(Language);

    public ConfigurationResult Load(string path) => GatewayConfiguration.Load(path, Terminal.Environment, Drivers);
}
