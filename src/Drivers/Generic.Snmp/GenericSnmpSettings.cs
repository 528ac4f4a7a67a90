using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Reads <see cref="GenericSnmpOptions"/> from a device's entry.</summary>
internal static class GenericSnmpSettings
{
    private const int LongestPort = 255;

    private static readonly Dictionary<string, SnmpProfileName> s_profiles = new(StringComparer.Ordinal)
    {
        ["printer"] = SnmpProfileName.Printer,
        ["switch"] = SnmpProfileName.Switch,
        ["custom"] = SnmpProfileName.Custom,
    };

    private static readonly Dictionary<string, SnmpVersion> s_versions = new(StringComparer.Ordinal) { ["1"] = SnmpVersion.V1, ["2c"] = SnmpVersion.V2c };

    public static GenericSnmpOptions Read(SettingsReader device)
    {
        string host = device.RequiredText("host", GenericSnmpWords.WriteAHost);
        device.Refuse(host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", "not-a-host", GenericSnmpWords.NotAHost, GenericSnmpWords.WriteAHost);
        var community = device.Secret("community");
        device.Refuse(community is not null && !SnmpTarget.IsCommunity(community.Reveal()), "community", "not-a-community", GenericSnmpWords.NotACommunity, GenericSnmpWords.WriteACommunity);
        var options = new GenericSnmpOptions
        {
            Host = host,
            Port = device.Whole("port", SnmpTarget.UsualPort, 1, 65_535),
            Version = device.Choice("version", SnmpVersion.V2c, s_versions),
            Community = community,
            Profile = ReadProfile(device),
            Every = device.Duration("every", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            Timeout = device.Duration("timeout", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10)),
            Grace = device.Duration("grace", TimeSpan.FromMinutes(3), TimeSpan.Zero, TimeSpan.FromHours(1)),
        };
        return ReadCustom(device, ReadSwitch(device, ReadPrinter(device, options)));
    }

    private static SnmpProfileName ReadProfile(SettingsReader device)
    {
        if (!device.Has("profile"))
        {
            device.Wrong("profile", "missing", new Words("is missing", "缺少此项"), GenericSnmpWords.WriteAProfile);
        }

        return device.Choice("profile", SnmpProfileName.Printer, s_profiles);
    }

    private static GenericSnmpOptions ReadPrinter(SettingsReader device, GenericSnmpOptions options)
    {
        if (Section(device, "printer", options.Profile == SnmpProfileName.Printer) is not { } printer)
        {
            return options;
        }

        options = options with { LowPercent = printer.Number("low", options.LowPercent, 1, 50) };
        printer.Finish();
        return options;
    }

    private static GenericSnmpOptions ReadSwitch(SettingsReader device, GenericSnmpOptions options)
    {
        options = options.Profile == SnmpProfileName.Switch ? options with { Type = "switch" } : options;
        if (Section(device, "switch", options.Profile == SnmpProfileName.Switch) is not { } section)
        {
            return options;
        }

        var usual = options.Switch;
        var read = new SwitchOptions
        {
            Ports = Ports(section, "ports"),
            Important = Ports(section, "important"),
            Report = section.Duration("report", usual.Report, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            MostAnHour = section.Whole("mostAnHour", usual.MostAnHour, 1, 1000),
        };
        section.Finish();
        return options with { Switch = read };
    }

    private static GenericSnmpOptions ReadCustom(SettingsReader device, GenericSnmpOptions options)
    {
        bool isCustom = options.Profile == SnmpProfileName.Custom;
        if (Section(device, "custom", isCustom) is not { } custom)
        {
            device.Refuse(isCustom && !device.Has("custom"), "custom", "missing", new Words("is missing", "缺少此项"), GenericSnmpWords.NameObjects);
            return options;
        }

        string type = custom.Text("type") ?? options.Type;
        custom.Refuse(!Protocol.Contract.NameRule.IsName(type), "type", "not-a-type", GenericSnmpWords.NotAType, GenericSnmpWords.WriteAType);
        options = options with { Type = type, Objects = CustomSettings.Read(custom) };
        custom.Finish();
        return options;
    }

    private static SettingsReader? Section(SettingsReader device, string name, bool isOurs)
    {
        var section = device.Section(name);
        device.Refuse(section is not null && !isOurs, name, "of-another-profile", GenericSnmpWords.OfAnotherProfile, GenericSnmpWords.RemoveIt);
        return section;
    }

    private static IReadOnlyList<string> Ports(SettingsReader section, string name)
    {
        var ports = section.Texts(name) ?? [];
        section.Refuse(ports.Any(port => port.Length is 0 or > LongestPort), name, "not-a-port", GenericSnmpWords.NotAPort, GenericSnmpWords.WriteAPort);
        section.Refuse(ports.Count > SwitchPorts.Most, name, "too-many", GenericSnmpWords.TooMany, GenericSnmpWords.AtMost(SwitchPorts.Most));
        return [.. ports.Take(SwitchPorts.Most)];
    }

    internal static void Refuse(this SettingsReader reader, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            reader.Wrong(name, code, problem, right);
        }
    }
}
