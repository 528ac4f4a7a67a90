namespace EdgeGateway.Sim.Verification;

/// <summary>What holding the stream against the manifests gave.</summary>
public sealed class ManifestReport
{
    private const int MostProblems = 1000;
    private readonly List<string> _problems = [];

    /// <summary>Distinct manifests.</summary>
    public long Manifests { get; set; }

    /// <summary>Of these, those that the stream does not bear out.</summary>
    public long Bad { get; set; }

    /// <summary>Numbers that a manifest speaks for and that neither came nor are declared as gone.</summary>
    public long Uncovered { get; set; }

    /// <summary>Numbers received that no manifest speaks for; the newest ones always.</summary>
    public long Unstated { get; set; }

    /// <summary>One line each, the first thousand.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public string Line => FormattableString.Invariant($"manifests {Manifests} bad {Bad} uncovered {Uncovered}");

    public void Problem(string text)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(text);
        }
    }
}
