namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Totals since installation.</summary>
public sealed record KioskCounters : KioskMessage
{
    public const string TypeName = "counters";

    public override string Type => TypeName;

    /// <summary>By names out of <see cref="KioskVocabulary.Totals"/>; 0 and more.</summary>
    public required IReadOnlyDictionary<string, long> Totals { get; init; }
}
