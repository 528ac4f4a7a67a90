namespace EdgeGateway.Protocol.Dicos;

/// <summary>A potential threat object.</summary>
/// <param name="Id">Unique in the report; null when missing.</param>
/// <param name="Assessments">What it may be.</param>
/// <param name="Representations">Where it is seen, for each view or energy.</param>
public sealed record DicosThreat(int? Id, IReadOnlyList<DicosAssessment> Assessments, IReadOnlyList<DicosRepresentation> Representations);

/// <summary>One opinion on an object.</summary>
/// <param name="Category"><c>EXPLOSIVE</c>, <c>PI</c>, ...; open set.</param>
/// <param name="Description">In the words of the detector.</param>
/// <param name="Ability"><c>NO_INTERFERENCE</c>, <c>SHIELD</c>; open set.</param>
/// <param name="Flag"><c>HIGH_THREAT</c>, <c>THREAT</c>, <c>NO_THREAT</c>, <c>UNKNOWN</c>; open set.</param>
/// <param name="Probability">0 to 1; negative when not given.</param>
public sealed record DicosAssessment(string? Category, string? Description, string? Ability, string? Flag, double? Probability)
{
    /// <summary>Whether the machine calls it a threat; null when it does not say, or in other words.</summary>
    public bool? IsThreat => Flag?.ToUpperInvariant() switch
    {
        "THREAT" or "HIGH_THREAT" => true,
        "NO_THREAT" => false,
        _ => null,
    };
}
