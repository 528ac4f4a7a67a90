using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What all parts of a record come to.</summary>
/// <param name="Machine">The worst of the scans, or of what the controller says when nothing was scanned; null when no machine decided.</param>
/// <param name="Operator">What a person said last; null when nobody did.</param>
/// <param name="OperatorAt">When that was.</param>
/// <param name="Scan">The worst word of the scans alone; null when none decided.</param>
/// <param name="Screened">Whether a scan of it can be relied on.</param>
/// <param name="Tip">A training image, and nothing real was decided beside it.</param>
internal sealed record ParcelVerdict(string? Machine, string? Operator, DateTimeOffset? OperatorAt, string? Scan, bool Screened, bool Tip)
{
    /// <summary>So long a scan's report may be on its way while the person at the screen has decided already.</summary>
    private static readonly TimeSpan s_delivery = TimeSpan.FromSeconds(10);

    public string Result => Operator ?? Machine ?? ParcelWords.Unknown;

    /// <summary>A scan that was broken off or of which nothing can be said, and no better one.</summary>
    public bool IsUnreadable => Scan is not null && !Screened;

    /// <param name="parts">In the order of arrival.</param>
    /// <param name="scanned">Whether the station has a scanner of its own; without one the controller's word is the scanner's.</param>
    public static ParcelVerdict Of(IReadOnlyList<ToldPart> parts, bool scanned)
    {
        string?[] drills = [.. parts.Where(static part => part.Body.Tip == true).Select(static part => part.Body.Scan?.Uid)];
        ToldPart[] rest = [.. parts.Where(part => !IsDrill(part, drills))];
        return drills.Length > 0 && rest.Any(IsReal) ? Of(rest, scanned, false) : Of(parts, scanned, drills.Length > 0);
    }

    private static ParcelVerdict Of(IReadOnlyList<ToldPart> parts, bool scanned, bool tip)
    {
        string[] scans = [.. parts.Where(static part => part.Kind == PartKind.Scan).Select(PartVerdict.OfMachine).OfType<string>()];
        string[] others = [.. parts.Where(static part => part.Kind != PartKind.Scan).Select(PartVerdict.OfMachine).OfType<string>()];
        string? scan = Worst(scans);
        string? machine = others.Contains(ParcelWords.Alarm) ? ParcelWords.Alarm : scan ?? Unscanned(Worst(others), scanned);
        bool pictured = scan is null && parts.Any(static part => part is { Kind: PartKind.Scan, Body: { Picture: true, Media.Count: > 0 } });
        bool screened = pictured || Decided(scans) || (!scanned && Decided(others));
        return parts.Where(static part => PartVerdict.OfOperator(part) is not null).MaxBy(static part => PartVerdict.OfOperator(part)!.Value.At) is { } person
            && PartVerdict.OfOperator(person) is { } last && !parts.Any(part => Outruns(part, person, last))
            ? new(machine, last.Result, last.At, scan, screened, tip)
            : new(machine, null, null, scan, screened, tip);
    }

    /// <summary>An alarm of a later pass: whoever cleared the parcel has not seen it. Clocks of two devices are not compared, but when each was heard.</summary>
    private static bool Outruns(ToldPart part, ToldPart person, (string Result, DateTimeOffset At) said)
    {
        if (said.Result != ParcelWords.Clear || part.Kind != PartKind.Scan || part.Body.Tip == true || PartVerdict.OfMachine(part) != ParcelWords.Alarm)
        {
            return false;
        }

        bool samePass = part.Body.Scan?.Uid is { } uid && uid == person.Body.Scan?.Uid;
        bool later = part.Device == person.Device ? (part.Body.Scan?.Time ?? part.Time) > said.At : part.Received > person.Received + s_delivery;
        return !samePass && later;
    }

    /// <summary>A training image, or what the person at the screen said of it.</summary>
    private static bool IsDrill(ToldPart part, string?[] drills) =>
        part.Body.Tip == true || (PartVerdict.IsReview(part) && part.Body.Scan?.Uid is { } uid && drills.Contains(uid));

    /// <summary>Another scan that was decided, or what a person found. The controller's word, an operator's key on it too, follows what the screen shows.</summary>
    private static bool IsReal(ToldPart part) => part.Kind != PartKind.Plc
        && ((part.Kind == PartKind.Scan && PartVerdict.OfMachine(part) is not null) || PartVerdict.OfOperator(part) is { Result: ParcelWords.Alarm });

    /// <summary>Where there is a scanner nothing is clear that it has not said so of.</summary>
    private static string? Unscanned(string? machine, bool scanned) => scanned && machine == ParcelWords.Clear ? ParcelWords.Unknown : machine;

    private static bool Decided(string[] verdicts) => verdicts.Any(static verdict => verdict is ParcelWords.Clear or ParcelWords.Alarm);

    private static string? Worst(string[] verdicts) => verdicts.Length == 0 ? null : verdicts.MaxBy(PartVerdict.Severity);
}
