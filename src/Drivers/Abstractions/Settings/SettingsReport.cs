namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Collects every mistake of one configuration.</summary>
/// <param name="secrets">Where references to secrets are looked up.</param>
public sealed class SettingsReport(ISecretSource secrets)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public ISecretSource Secrets { get; } = secrets;

    /// <summary>Adds a finding once.</summary>
    public void Add(Finding finding)
    {
        if (!_findings.Contains(finding))
        {
            _findings.Add(finding);
        }
    }
}

/// <summary>Finds a secret by its reference; exactly one of the three is given.</summary>
public interface ISecretSource
{
    /// <returns>The secret, or null when it cannot be found or the reference names none or several.</returns>
    Secret? Resolve(string? file, string? env, string? credential);
}
