using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What one part decides, if it decides anything. A picture and a bar code do not; a scan of which nothing can be said does.</summary>
internal static class PartVerdict
{
    private const string OperatorWord = "OPERATOR";

    /// <returns>The machine's word; null when this part has none. Who looked at the screen and could not decide overrides nothing and leaves nothing clear: that counts as a machine's word.</returns>
    public static string? OfMachine(ToldPart part) => part.Body.MachineResult ?? (IsOperators(part) ? Undecided(part.Body) : IsSilent(part) ? null : part.Body.Result);

    /// <returns>A person's word and when it was said; null when this part has none.</returns>
    public static (string Result, DateTimeOffset At)? OfOperator(ToldPart part)
    {
        if (part.Body.OpenCheck is { Done: true, Result: ParcelWords.Clear or ParcelWords.Alarm } opened)
        {
            return (opened.Result, opened.End ?? opened.Begin ?? part.Time);
        }

        string? said = part.Body.OperatorResult ?? (IsOperators(part) ? part.Body.Result : null);
        return said is ParcelWords.Clear or ParcelWords.Alarm ? (said, part.Body.OperatorTime ?? part.Time) : null;
    }

    /// <returns>How bad it is: an alarm before what was broken off, that before what cannot be read, that before clear.</returns>
    public static int Severity(string? verdict) => verdict switch
    {
        ParcelWords.Clear => 1,
        null => 0,
        ParcelWords.Aborted => 3,
        ParcelWords.Alarm => 4,
        _ => 2,
    };

    /// <summary>What a person says who looked at the picture and opened nothing.</summary>
    public static bool IsReview(ToldPart part) => part is { Kind: PartKind.Scan, Body.OpenCheck: null } && IsOperators(part);

    private static bool IsOperators(ToldPart part) =>
        part.Kind == PartKind.Desk || string.Equals(part.Body.Scan?.ReportedBy, OperatorWord, StringComparison.OrdinalIgnoreCase);

    private static string? Undecided(ParcelInspectionBody body) =>
        body is { OpenCheck: null, OperatorResult: not (null or ParcelWords.Clear or ParcelWords.Alarm) } ? body.OperatorResult : null;

    /// <remarks>Of a scan only what the driver calls a picture: where a report says nothing that is known, its deciding has failed.</remarks>
    private static bool IsSilent(ToldPart part) => part.Body.Result == ParcelWords.Unknown && (part.Kind != PartKind.Scan || part.Body.Picture == true);
}
