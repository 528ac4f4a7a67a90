using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>Reads <see cref="HyteraSnmpOptions"/> from a device's entry.</summary>
internal static class HyteraSnmpSettings
{
    public static HyteraSnmpOptions Read(SettingsReader device)
    {
        string host = device.RequiredText("host", HyteraSnmpWords.WriteAHost);
        Refuse(device, host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown, "host", "not-a-host", HyteraSnmpWords.NotAHost, HyteraSnmpWords.WriteAHost);
        var community = device.Secret("community");
        Refuse(device, community is not null && !SnmpTarget.IsCommunity(community.Reveal()), "community", "not-a-community", HyteraSnmpWords.NotACommunity, HyteraSnmpWords.WriteACommunity);
        return new HyteraSnmpOptions
        {
            Host = host,
            Port = device.Whole("port", HyteraSnmpOptions.SnmpPort, 1, 65_535),
            Community = community,
            Every = device.Duration("every", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Timeout = device.Duration("timeout", TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10)),
            LeaveOut = ReadLeaveOut(device),
        };
    }

    private static IReadOnlyList<string> ReadLeaveOut(SettingsReader device)
    {
        var names = device.Texts("leaveOut") ?? [];
        string[] known = [.. RepeaterMib.Objects.Select(one => one.Metric)];
        foreach (string name in names.Where(name => !known.Contains(name)))
        {
            device.Wrong("leaveOut", "unknown-metric", HyteraSnmpWords.UnknownMetric(name), HyteraSnmpWords.OneOf(known, NearestName.Of(name, known)));
        }

        Refuse(device, known.All(names.Contains), "leaveOut", "contradiction", HyteraSnmpWords.NothingLeft, HyteraSnmpWords.LeaveOne);
        return names;
    }

    private static void Refuse(SettingsReader device, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, code, problem, right);
        }
    }
}
