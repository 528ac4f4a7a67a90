using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>What an event says of a parcel as a whole.</summary>
/// <param name="Result">A word of <see cref="ParcelWords"/>; <c>unknown</c> when it says nothing that is known.</param>
/// <param name="Grade">0 to 2, or null.</param>
/// <param name="Raw">The device's own value when it means nothing known.</param>
/// <param name="IsTold">Whether the event says anything of it: a scanner that says it does not know has decided, one that says nothing has not.</param>
internal readonly record struct InspectionVerdict(string Result, int? Grade, string? Raw, bool IsTold)
{
    public static InspectionVerdict Of(EventMap fields, BodyNode body, FlagList flags)
    {
        var (raw, word) = fields.Decision.Read(body);
        string? told = fields.Grade.Text(body);
        int? grade = GradeOf(told);
        bool unlistedGrade = told is not (null or "-1") && grade is null;
        flags.Add((raw is not null && word is null) || unlistedGrade, "ENUM_UNKNOWN");
        return new InspectionVerdict(
            word ?? (fields.Decision.Paths.IsMapped ? ParcelWords.Unknown : ResultOf(grade)), grade, word is null && raw is not null ? raw : unlistedGrade ? told : null, (raw ?? told) is not null);
    }

    /// <summary>0 normal, 1 warning, 2 danger (xray.md section 2.2, 2 is inferred there).</summary>
    public static int? GradeOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int grade) && grade is >= 0 and <= 2 ? grade : null;

    private static string ResultOf(int? grade) => grade switch
    {
        0 => ParcelWords.Clear,
        1 or 2 => ParcelWords.Alarm,
        _ => ParcelWords.Unknown,
    };
}
