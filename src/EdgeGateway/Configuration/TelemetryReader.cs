using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>telemetry</c>.</summary>
internal static class TelemetryReader
{
    private static readonly Uri s_none = new("http://127.0.0.1/");

    public static TelemetrySettings Read(SettingsReader telemetry)
    {
        var standard = new TelemetrySettings { Otlp = s_none };
        var settings = standard with
        {
            Otlp = Otlp(telemetry),
            Every = telemetry.Duration("every", standard.Every, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        };
        telemetry.Finish();
        return settings;
    }

    private static Uri Otlp(SettingsReader telemetry)
    {
        string text = telemetry.RequiredText("otlp", ConfigurationWords.WriteACollector);
        bool good = Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https";
        if (!good && telemetry.Has("otlp"))
        {
            telemetry.Wrong("otlp", "not-a-collector", ConfigurationWords.NotACollector, ConfigurationWords.WriteACollector);
        }

        return good ? uri! : s_none;
    }
}
