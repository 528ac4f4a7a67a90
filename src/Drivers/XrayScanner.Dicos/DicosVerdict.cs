using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>What a report decides (xray.md section 1.6).</summary>
/// <param name="Result">One of <see cref="ParcelWords"/>: clear, alarm, unknown, aborted.</param>
/// <param name="Tip">A projected training image.</param>
/// <param name="Flags">What makes it doubtful.</param>
internal sealed record DicosVerdict(string Result, bool Tip, IReadOnlyList<string> Flags)
{
    public static DicosVerdict Of(DicosReport report)
    {
        var flags = new List<string>();
        string decided = Decided(report, flags);
        string result = Standing(report, decided, flags);
        // The decision stands as told; that the same report counts alarms beside it must be seen.
        if (result == ParcelWords.Clear && (report.AlarmObjects > 0 || HasThreat(report)))
        {
            flags.Add("CLEAR_WITH_THREATS");
        }

        if (!IsWhole(report.Header.AcquisitionStatus))
        {
            flags.Add("ACQUISITION_NOT_SUCCESSFUL");
        }

        return new DicosVerdict(result, IsTip(report.TipType, flags), flags);
    }

    private static string Decided(DicosReport report, List<string> flags)
    {
        string? word = report.AlarmDecision;
        if (DicosWords.Is(word, DicosWords.Alarm))
        {
            return ParcelWords.Alarm;
        }

        if (DicosWords.IsOneOf(word, DicosWords.Clear, DicosWords.NoAlarm))
        {
            return ParcelWords.Clear;
        }

        if (DicosWords.Is(word, DicosWords.Unknown))
        {
            return ParcelWords.Unknown;
        }

        flags.Add(word is null ? "DECISION_MISSING" : "DECISION_UNLISTED");
        return HasThreat(report) ? ParcelWords.Alarm : ParcelWords.Unknown;
    }

    /// <summary>An aborted scan was not looked at to the end, and of one that jammed or was cut not all was seen: whatever was decided, it is never clear.</summary>
    private static string Standing(DicosReport report, string decided, List<string> flags)
    {
        if (DicosWords.Is(report.AbortFlag, DicosWords.Abort))
        {
            if (decided == ParcelWords.Alarm)
            {
                flags.Add("ABORTED_AFTER_ALARM");
            }

            return ParcelWords.Aborted;
        }

        bool sound = DicosWords.Is(report.AbortFlag, DicosWords.Success) || (report.AbortFlag is null && report.AbortReasons.Count == 0);
        if (!sound)
        {
            flags.Add("ABORT_UNCLEAR");
        }

        bool seen = sound && IsWhole(report.Header.AcquisitionStatus);
        return !seen && decided == ParcelWords.Clear ? ParcelWords.Unknown : decided;
    }

    /// <summary>A scan that was put together of several, or touched its neighbour, was seen as a whole; one without a word is taken for such.</summary>
    private static bool IsWhole(string? status) => string.IsNullOrWhiteSpace(status) || DicosWords.IsOneOf(status, "SUCCESSFUL", "STITCHED", "MERGED");

    private static bool HasThreat(DicosReport report) => report.Threats.Any(threat => threat.Assessments.Any(assessment => assessment.IsThreat == true));

    // A training image silences an alarm: only words that surely mean one do, the trade's own and a plain yes. Another word is shown, and the alarm stays.
    private static bool IsTip(string? word, List<string> flags)
    {
        bool tip = DicosWords.IsOneOf(word, "FTI", "CTI", "TIP", "YES", "Y", "TRUE");
        if (!tip && !string.IsNullOrWhiteSpace(word) && !DicosWords.IsOneOf(word, "NONE", "NO", "N", "FALSE", "NOT_TIP", "NO_TIP", "NON_TIP"))
        {
            flags.Add("TIP_UNLISTED");
        }

        return tip;
    }
}
