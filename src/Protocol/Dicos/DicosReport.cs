namespace EdgeGateway.Protocol.Dicos;

/// <summary>A threat detection report (xray.md section 1.5). Enumerations are open: words are as written.</summary>
public sealed record DicosReport
{
    public required DicosHeader Header { get; init; }

    /// <summary><c>MACHINE</c>, <c>OPERATOR</c>, ...</summary>
    public string? TdrType { get; init; }

    /// <summary>Maker, version, parameters.</summary>
    public IReadOnlyList<string> Algorithm { get; init; } = [];

    /// <summary><c>ALARM</c>, <c>CLEAR</c>, <c>UNKNOWN</c>; null when missing.</summary>
    public string? AlarmDecision { get; init; }

    public DicosMoment? DecisionTime { get; init; }

    public int? TotalObjects { get; init; }

    public int? AlarmObjects { get; init; }

    /// <summary><c>ABORT</c> or <c>SUCCESS</c>; null when missing.</summary>
    public string? AbortFlag { get; init; }

    public IReadOnlyList<string> AbortReasons { get; init; } = [];

    public double? ProcessingMs { get; init; }

    /// <summary>Not null for a projected training image.</summary>
    public string? TipType { get; init; }

    public string? ScreeningDone { get; init; }

    public string? ScreeningCriteria { get; init; }

    /// <summary>Potential threat objects.</summary>
    public IReadOnlyList<DicosThreat> Threats { get; init; } = [];
}
