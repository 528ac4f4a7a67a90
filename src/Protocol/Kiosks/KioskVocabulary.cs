namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Closed lists of the messages of a kiosk's own software (kiosk.md section 3.3).</summary>
public static class KioskVocabulary
{
    public const string Other = "other";

    public static readonly IReadOnlyList<string> Steps = ["identify", "capture", "verify", "confirm", "pay", "print", "write-chip", "issue", "collect", "retain"];

    public static readonly IReadOnlyList<string> StepResults = ["ok", "failed", "skipped", "abandoned"];

    public static readonly IReadOnlyList<string> Totals = ["sessions", "prints", "cardsIssued", "cardsRetained", "cuts", "jams", "opens", "powerOns"];
}
