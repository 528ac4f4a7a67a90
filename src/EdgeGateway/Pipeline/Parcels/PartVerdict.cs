using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What one part decides, if it decides anything. A picture and a bar code do not; a scan of which nothing can be said does.</summary>
internal static class PartVerdict
{
    private const string OperatorWord = "OPERATOR";

    /// <returns>The machine's word; null when this part has none.</returns>
    public static string? OfMachine(ToldPart part) => part.Body.MachineResult ?? (IsOperators(part) || IsSilent(part) ? null : part.Body.Result);

    /// <returns>A person's word and when it was said; null when this part has none.</returns>
    public static (string Result, DateTimeOffset At)? OfOperator(ToldPart part)
    {
        if (part.Body.OpenCheck is { Done: true, Result: { } found } opened)
        {
            return (found, opened.End ?? opened.Begin ?? part.Time);
        }

        string? said = part.Body.OperatorResult ?? (IsOperators(part) && part.Body.Result != ParcelWords.Unknown ? part.Body.Result : null);
        return said is null ? null : (said, part.Body.OperatorTime ?? part.Time);
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

    private static bool IsOperators(ToldPart part) =>
        part.Kind == PartKind.Desk || string.Equals(part.Body.Scan?.ReportedBy, OperatorWord, StringComparison.OrdinalIgnoreCase);

    private static bool IsSilent(ToldPart part) => part.Body.Result == ParcelWords.Unknown && part.Kind switch
    {
        PartKind.Scan => part.Body is { Media.Count: > 0, Items: null, DangerGrade: null } && part.Body.Scan is null or { Status: null, DecisionTime: null, ReportedBy: null },
        _ => true,
    };
}
