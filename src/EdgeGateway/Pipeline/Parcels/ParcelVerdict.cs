using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What all parts of a record come to.</summary>
/// <param name="Machine">The worst of the scans, or of what the controller says when nothing was scanned; null when no machine decided.</param>
/// <param name="Operator">What a person said last; null when nobody did.</param>
/// <param name="OperatorAt">When that was.</param>
/// <param name="Scan">The worst word of the scans alone; null when none decided.</param>
/// <param name="Screened">Whether a scan of it can be relied on.</param>
internal sealed record ParcelVerdict(string? Machine, string? Operator, DateTimeOffset? OperatorAt, string? Scan, bool Screened)
{
    public string Result => Operator ?? Machine ?? ParcelWords.Unknown;

    /// <summary>A scan that was broken off or of which nothing can be said, and no better one.</summary>
    public bool IsUnreadable => Scan is not null && !Screened;

    /// <param name="parts">In the order of arrival.</param>
    /// <param name="scanned">Whether the station has a scanner of its own; without one the controller's word is the scanner's.</param>
    public static ParcelVerdict Of(IReadOnlyList<ToldPart> parts, bool scanned)
    {
        string[] scans = [.. parts.Where(static part => part.Kind == PartKind.Scan).Select(PartVerdict.OfMachine).OfType<string>()];
        string[] others = [.. parts.Where(static part => part.Kind != PartKind.Scan).Select(PartVerdict.OfMachine).OfType<string>()];
        string? scan = Worst(scans);
        string? machine = scan is null ? Worst(others) : others.Contains(ParcelWords.Alarm) ? ParcelWords.Alarm : scan;
        bool pictured = scan is null && parts.Any(static part => part is { Kind: PartKind.Scan, Body.Media.Count: > 0 });
        bool screened = pictured || Decided(scans) || (!scanned && Decided(others));
        return parts.Select(PartVerdict.OfOperator).Where(static said => said is not null).MaxBy(static said => said!.Value.At) is { } last
            ? new(machine, last.Result, last.At, scan, screened)
            : new(machine, null, null, scan, screened);
    }

    private static bool Decided(string[] verdicts) => verdicts.Any(static verdict => verdict is ParcelWords.Clear or ParcelWords.Alarm);

    private static string? Worst(string[] verdicts) => verdicts.Length == 0 ? null : verdicts.MaxBy(PartVerdict.Severity);
}
