using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>Secrets in files of the test.</summary>
internal sealed class FakeSecrets : ISecretSource
{
    public Dictionary<string, string> Files { get; } = [];

    public Secret? Resolve(string? file, string? env, string? credential) => file is not null && Files.TryGetValue(file, out string? text) ? new Secret(text) : null;
}
