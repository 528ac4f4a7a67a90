using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Abstractions.Settings;

/// <summary>Knows one secret: <c>{"env": "KNOWN"}</c>.</summary>
internal sealed class NoSecrets : ISecretSource
{
    public Secret? Resolve(string? file, string? env, string? credential) =>
        file is null && credential is null && env == "KNOWN" ? new Secret("hush") : null;
}
