using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.Viid;

/// <summary>Reads <see cref="ViidDialect"/> from section <c>answers</c> of a device.</summary>
internal static class ViidDialectSettings
{
    private static readonly Dictionary<string, ViidScalar> s_scalars = new(StringComparer.Ordinal) { ["number"] = ViidScalar.Number, ["text"] = ViidScalar.Text };

    private static readonly Dictionary<string, ViidForm> s_forms = new(StringComparer.Ordinal) { ["single"] = ViidForm.Single, ["list"] = ViidForm.List };

    private static readonly Dictionary<string, string> s_ids = new(StringComparer.Ordinal) { ["Id"] = "Id", ["ID"] = "ID" };

    private static readonly Dictionary<string, ViidClockForm> s_clocks = new(StringComparer.Ordinal)
    {
        ["digits"] = ViidClockForm.Digits,
        ["iso"] = ViidClockForm.Iso,
        ["epoch"] = ViidClockForm.EpochMilliseconds,
    };

    public static ViidDialect Read(SettingsReader section)
    {
        var standard = ViidDialect.Standard;
        var dialect = standard with
        {
            StatusCode = section.Choice("statusCode", standard.StatusCode, s_scalars),
            IdKey = section.Choice("id", standard.IdKey, s_ids),
            SessionStatus = section.Choice("session", standard.SessionStatus, s_forms),
            ListStatus = section.Choice("objects", standard.ListStatus, s_forms),
            TimeMode = section.Text("timeMode") ?? standard.TimeMode,
            Clock = section.Choice("clock", standard.Clock, s_clocks),
            TimeZone = section.Text("timeZone") ?? standard.TimeZone,
        };
        section.Finish();
        return dialect with { TimeZone = dialect.TimeZone is { Length: > 0 } zone ? zone : null };
    }
}
