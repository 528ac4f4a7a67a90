using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>What one customer did at a kiosk, told once at its end (kiosk.md section 3.3). Who it was is nowhere in it.</summary>
public sealed record KioskTransactionBody : KioskBody
{
    public const string KindName = "kiosk.transaction";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>A random id that the kiosk made for this session; by it a repeat is known.</summary>
    public required string Session { get; init; }

    /// <summary>A code of the business catalogue, for example <c>hkm.endorse</c>; <c>other</c> for one that is not in it.</summary>
    public required string Business { get; init; }

    /// <summary>The kiosk's own code where <see cref="Business"/> is <c>other</c>.</summary>
    public string? BusinessRaw { get; init; }

    /// <summary><c>done</c>, <c>abandoned</c>, <c>refused</c>, <c>failed</c>; open set.</summary>
    public required string Outcome { get; init; }

    /// <summary><c>paper-out</c>, <c>jam</c>, <c>timeout</c>, <c>user-cancel</c>, <c>verify-failed</c>, <c>pay-failed</c>, <c>upstream-unavailable</c>, <c>refused-by-rule</c>, <c>power-loss</c>; open set.</summary>
    public string? Reason { get; init; }

    /// <summary>When it began, as text of ISO 8601 in UTC.</summary>
    public string? Began { get; init; }

    /// <summary>From its beginning to its end.</summary>
    public long? DurationMs { get; init; }

    /// <summary>In the order in which they were made.</summary>
    public IReadOnlyList<KioskStep>? Steps { get; init; }

    /// <summary><c>bank-card</c>, <c>cash</c>, <c>wechat</c>, <c>alipay</c>, <c>none</c>; open set.</summary>
    public string? PaymentChannel { get; init; }

    /// <summary><c>paid</c>, <c>failed</c>, <c>refunded</c>; open set.</summary>
    public string? PaymentResult { get; init; }

    /// <summary>In fen, a hundredth of a yuan.</summary>
    public long? AmountFen { get; init; }

    /// <summary>Cards, documents and sheets that the customer was given.</summary>
    public int? MediaIssued { get; init; }

    /// <summary>Cards and documents that the kiosk kept.</summary>
    public int? MediaRetained { get; init; }
}

/// <param name="Step"><c>identify</c>, <c>capture</c>, <c>verify</c>, <c>confirm</c>, <c>pay</c>, <c>print</c>, <c>write-chip</c>, <c>issue</c>, <c>collect</c>, <c>retain</c>; <c>other</c> else.</param>
/// <param name="DurationMs">How long it took.</param>
/// <param name="Result"><c>ok</c>, <c>failed</c>, <c>skipped</c>, <c>abandoned</c>; <c>other</c> else.</param>
public sealed record KioskStep(string Step, long? DurationMs = null, string? Result = null);
