using System.Net;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>inbox</c>.</summary>
internal static class InboxReader
{
    private const int StandardPort = 8080;

    public static InboxSettings Read(SettingsReader inbox)
    {
        var standard = new InboxSettings { Port = StandardPort };
        var settings = standard with
        {
            Listen = Listen(inbox, standard.Listen),
            Port = inbox.Whole("port", standard.Port, 1, 65_535),
            MaxBody = inbox.Size("maxBody", standard.MaxBody, 1024, 256L * 1024 * 1024),
            MaxConnections = inbox.Whole("maxConnections", standard.MaxConnections, 1, 10_000),
            Silence = inbox.Duration("silence", standard.Silence, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
        };
        inbox.Finish();
        return settings;
    }

    private static string Listen(SettingsReader inbox, string otherwise)
    {
        if (inbox.Text("listen") is not { } listen)
        {
            return otherwise;
        }

        if (!IPAddress.TryParse(listen, out _))
        {
            inbox.Wrong("listen", "not-an-address", ConfigurationWords.NotAnAddress, ConfigurationWords.WriteAnAddress);
        }

        return listen;
    }
}
