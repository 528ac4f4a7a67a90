using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>uplink</c>.</summary>
internal static class UplinkReader
{
    private const int LongestRoot = 200;

    private static readonly Dictionary<string, MediaMode> s_pictures = new() { ["all"] = MediaMode.All, ["on-demand"] = MediaMode.OnDemand };

    private static readonly Dictionary<string, ConfirmChoice> s_confirm = new()
    {
        ["auto"] = ConfirmChoice.Auto, ["platform"] = ConfirmChoice.Platform, ["broker"] = ConfirmChoice.Broker,
    };

    public static UplinkSettings Read(SettingsReader uplink)
    {
        var standard = new UplinkSettings { Brokers = [] };
        var settings = standard with
        {
            Root = Root(uplink, standard.Root),
            Brokers = Brokers(uplink),
            Pictures = uplink.Choice("pictures", standard.Pictures, s_pictures),
            Backfill = Backfill(uplink.Section("backfill"), standard.Backfill),
            ReturnAfter = uplink.Duration("returnAfter", standard.ReturnAfter, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            ReceiptPatience = uplink.Duration("receiptPatience", standard.ReceiptPatience, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            KeepAlive = uplink.Duration("keepAlive", standard.KeepAlive, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            Window = uplink.Whole("window", standard.Window, 1, 1024),
            Confirm = uplink.Choice("confirm", standard.Confirm, s_confirm),
            Manifest = Manifest(uplink.Section("manifest"), standard.Manifest),
            ConnectTimeout = uplink.Duration("connectTimeout", standard.ConnectTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            SessionExpiry = uplink.Duration("sessionExpiry", standard.SessionExpiry, TimeSpan.Zero, TimeSpan.FromDays(30)),
            StartDelay = uplink.Duration("startDelay", standard.StartDelay, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
            BackoffLeast = uplink.Duration("backoffLeast", standard.BackoffLeast, TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1)),
            BackoffMost = uplink.Duration("backoffMost", standard.BackoffMost, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
        };
        if (settings.BackoffMost < settings.BackoffLeast)
        {
            uplink.Wrong("backoffMost", "out-of-order", ConfigurationWords.BackoffOrder, ConfigurationWords.WriteMore);
        }

        uplink.Finish();
        return settings;
    }

    private static ManifestSettings Manifest(SettingsReader? manifest, ManifestSettings standard)
    {
        if (manifest is null)
        {
            return standard;
        }

        var settings = new ManifestSettings
        {
            Every = manifest.Duration("every", standard.Every, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
            Readings = manifest.Whole("readings", standard.Readings, 1, 100_000),
        };
        manifest.Finish();
        return settings;
    }

    private static string Root(SettingsReader uplink, string otherwise)
    {
        if (uplink.Text("root") is not { } root)
        {
            return otherwise;
        }

        if (root.Length > LongestRoot || !root.Split('/').All(NameRule.IsName))
        {
            uplink.Wrong("root", "not-a-root", ConfigurationWords.NotARoot, ConfigurationWords.WriteARoot);
        }

        return root;
    }

    private static BackfillSettings Backfill(SettingsReader? backfill, BackfillSettings standard)
    {
        if (backfill is null)
        {
            return standard;
        }

        var settings = new BackfillSettings
        {
            Threshold = backfill.Whole("threshold", standard.Threshold, 100, 1_000_000_000),
            Weight = backfill.Number("weight", standard.Weight, 0.01, 1),
        };
        backfill.Finish();
        return settings;
    }

    private static IReadOnlyList<BrokerSettings> Brokers(SettingsReader uplink)
    {
        var brokers = uplink.RequiredItems("brokers", ConfigurationWords.UplinkNeeded);
        return [.. brokers.Select(BrokerReader.Read)];
    }
}
