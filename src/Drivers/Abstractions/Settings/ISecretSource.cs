namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Finds a secret by its reference; exactly one of the three is given.</summary>
public interface ISecretSource
{
    /// <returns>The secret, or null when it cannot be found or the reference names none or several.</returns>
    Secret? Resolve(string? file, string? env, string? credential);
}
