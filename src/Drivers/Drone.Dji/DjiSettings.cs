using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Dji;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Reads <see cref="DjiOptions"/> from a device's entry.</summary>
internal static class DjiSettings
{
    private const int MostVehicles = 8;
    private const int MostTexts = 4_096;
    private const int LongestText = 256;
    private const int LongestName = 64;
    private const int NtpPort = 123;

    public static DjiOptions Read(SettingsReader device)
    {
        var usual = new DjiOptions { Broker = SiteBrokerReader.Read(device), Gateway = Serial(device, "gateway") };
        return usual with
        {
            Vehicles = Vehicles(device),
            App = device.Section("app") is { } app ? App(app) : null,
            Organization = device.Section("organization") is { } organization ? Organization(organization) : usual.Organization,
            WindScale = device.Number("windScale", usual.WindScale, 0.01, 10),
            MaxRateHz = device.Number("maxRateHz", usual.MaxRateHz, 0.01, 10),
            Report = device.Duration("report", usual.Report, TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            Silence = device.Duration("silence", usual.Silence, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)),
            AnswerTimeout = device.Duration("answerTimeout", usual.AnswerTimeout, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)),
            ConfirmWithin = device.Duration("confirmWithin", usual.ConfirmWithin, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
            AirsenseLevel = device.Whole("airsenseLevel", usual.AirsenseLevel, 1, 4),
            HmsTexts = Texts(device),
            TakeFlightAuthority = device.Flag("takeFlightAuthority", usual.TakeFlightAuthority),
            GoToSpeedMps = device.Whole("goToSpeedMps", usual.GoToSpeedMps, 1, 15),
        };
    }

    private static string Serial(SettingsReader entry, string name)
    {
        string serial = entry.RequiredText(name, DjiWordsForPeople.WriteASerial);
        Refuse(entry, serial.Length > 0 && !DjiTopic.IsSerial(serial), name, "not-a-serial", DjiWordsForPeople.NotASerial, DjiWordsForPeople.WriteASerial);
        return serial;
    }

    private static List<DjiVehicleOptions> Vehicles(SettingsReader device)
    {
        var vehicles = new List<DjiVehicleOptions>();
        var items = device.Items("vehicles");
        Refuse(device, items.Count > MostVehicles, "vehicles", "too-many", DjiWordsForPeople.TooManyVehicles, DjiWordsForPeople.AtMost(MostVehicles));
        foreach (var item in items.Take(MostVehicles))
        {
            string serial = Serial(item, "serial");
            string name = item.Text("name") ?? serial;
            Refuse(item, item.Has("name") && name.Length is 0 or > LongestName, "name", "not-a-name", DjiWordsForPeople.NotAName, DjiWordsForPeople.WriteAName);
            Refuse(item, vehicles.Exists(other => other.Serial == serial), "serial", "duplicate", DjiWordsForPeople.SerialTwice, DjiWordsForPeople.AnotherSerial);
            Refuse(item, vehicles.Exists(other => other.Name == name), "name", "duplicate", DjiWordsForPeople.NameTwice, DjiWordsForPeople.AnotherName);
            vehicles.Add(new DjiVehicleOptions(serial, name));
            item.Finish();
        }

        return vehicles;
    }

    private static DjiAppOptions? App(SettingsReader app)
    {
        string id = app.RequiredText("id", DjiWordsForPeople.WriteAnAppId);
        var (key, license) = (app.RequiredSecret("key"), app.RequiredSecret("license"));
        string? ntp = app.Text("ntpHost");
        Refuse(app, ntp is not null && Uri.CheckHostName(ntp) == UriHostNameType.Unknown, "ntpHost", "not-a-host", DjiWordsForPeople.NotAHost, DjiWordsForPeople.WriteAHost);
        int port = app.Whole("ntpPort", NtpPort, 1, 65_535);
        app.Finish();
        return key is null || license is null ? null : new DjiAppOptions(id, key, license, ntp, port);
    }

    private static DjiOrganizationOptions Organization(SettingsReader organization)
    {
        var options = new DjiOrganizationOptions
        {
            Id = organization.RequiredText("id", DjiWordsForPeople.WriteAnOrganization),
            Name = organization.RequiredText("name", DjiWordsForPeople.WriteAnOrganization),
            BindingCode = organization.Secret("bindingCode"),
        };
        organization.Finish();
        return options;
    }

    private static Dictionary<string, string> Texts(SettingsReader device)
    {
        var texts = device.Table("hmsTexts");
        Refuse(device, texts.Count > MostTexts || texts.Any(entry => entry.Text.Length > LongestText), "hmsTexts", "too-many", DjiWordsForPeople.TooManyTexts, DjiWordsForPeople.ShorterTexts);
        return texts.Take(MostTexts).DistinctBy(entry => entry.Name).ToDictionary(entry => entry.Name, entry => entry.Text, StringComparer.Ordinal);
    }

    private static void Refuse(SettingsReader entry, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            entry.Wrong(name, code, problem, right);
        }
    }
}
