namespace EdgeGateway.Protocol.Kiosks;

/// <summary>At the end of a session.</summary>
public sealed record KioskTransaction : KioskMessage
{
    public const string TypeName = "transaction";

    public override string Type => TypeName;

    /// <summary>As sent, at most 256 characters: it may be the number of a person, and leaves the gateway only when it is none.</summary>
    public required string Session { get; init; }

    /// <summary>As sent, at most 64 characters: it leaves the gateway only when the catalogue knows it or it is a code.</summary>
    public required string Business { get; init; }

    /// <summary>A code; <c>other</c> for what is none.</summary>
    public required string Outcome { get; init; }

    public string? Reason { get; init; }

    public KioskTime? Began { get; init; }

    public long? DurationMs { get; init; }

    public IReadOnlyList<KioskTransactionStep>? Steps { get; init; }

    public string? PaymentChannel { get; init; }

    public string? PaymentResult { get; init; }

    /// <summary>A hundredth of a yuan.</summary>
    public long? AmountFen { get; init; }

    public int? MediaIssued { get; init; }

    public int? MediaRetained { get; init; }
}

/// <param name="Step">One of <see cref="KioskVocabulary.Steps"/> or <c>other</c>.</param>
/// <param name="DurationMs">0 and more.</param>
/// <param name="Result">One of <see cref="KioskVocabulary.StepResults"/> or <c>other</c>.</param>
public sealed record KioskTransactionStep(string Step, long? DurationMs, string? Result);
