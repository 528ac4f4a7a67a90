namespace EdgeGateway.Drivers.Abstractions.Settings;

/// <summary>Collects every mistake of one configuration.</summary>
/// <param name="secrets">Where references to secrets are looked up.</param>
public sealed class SettingsReport(ISecretSource secrets)
{
    /// <summary>More would help nobody: a file with so many is not a configuration. The last one says that there are more.</summary>
    public const int Most = 500;

    private readonly List<Finding> _findings = [];
    private readonly HashSet<Finding> _known = [];
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Whether further findings are left out.</summary>
    public bool IsFull => _findings.Count > Most;

    /// <summary>Every path that was asked for, present or not: what the configuration may contain.</summary>
    public IReadOnlyCollection<string> AskedPaths => _asked;

    public ISecretSource Secrets { get; } = secrets;

    /// <summary>Where files are looked up; null where there are none, so that paths stay as they are written.</summary>
    public ISettingsFiles? Files { get; init; }

    /// <summary>Adds a finding once.</summary>
    public void Add(Finding finding)
    {
        if (IsFull || !_known.Add(finding))
        {
            return;
        }

        _findings.Add(_findings.Count < Most ? finding : new Finding(string.Empty, "too-many", SettingsWords.TooMany, SettingsWords.MendTheseFirst));
    }

    internal void Asked(string path) => _asked.Add(path);

    /// <summary>A report for what follows from a mistake already noted; nobody reads it.</summary>
    internal SettingsReport Muted() => new(Secrets) { Files = Files };
}
