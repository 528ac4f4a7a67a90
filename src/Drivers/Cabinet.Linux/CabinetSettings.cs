using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>Reads <see cref="CabinetOptions"/> from a device's entry.</summary>
internal static class CabinetSettings
{
    private static readonly Dictionary<string, string?> s_severities = new(StringComparer.Ordinal)
    {
        ["none"] = null,
        [CabinetSeverity.Notice] = CabinetSeverity.Notice,
        [CabinetSeverity.Minor] = CabinetSeverity.Minor,
        [CabinetSeverity.Major] = CabinetSeverity.Major,
        [CabinetSeverity.Critical] = CabinetSeverity.Critical,
    };

    private static readonly Dictionary<string, bool> s_kinds = new(StringComparer.Ordinal) { ["door"] = false, ["tamper"] = true };

    public static CabinetOptions Read(SettingsReader device)
    {
        var (usual, names) = (new CabinetOptions(), new CabinetNames());
        var options = new CabinetOptions
        {
            Root = device.Text("root") ?? usual.Root,
            Temperatures = Items(device, "temperatures", CabinetOptions.MostTemperatures, item => Temperature(item, names)),
            Fans = Items(device, "fans", CabinetOptions.MostFans, item => Fan(item, names)),
            Contacts = Items(device, "contacts", CabinetOptions.MostContacts, item => Contact(item, names)),
            Supplies = Items(device, "supplies", CabinetOptions.MostSupplies, item => Supply(item, names)),
            Mains = device.Section("mains") is { } mains ? MainsSettings.Read(mains) : null,
            Night = NightHours.Read(device, "night") ?? usual.Night,
            DoorByDay = device.Choice("doorByDay", usual.DoorByDay, s_severities),
            Poll = device.Duration("poll", usual.Poll, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10)),
            Measure = device.Duration("measure", usual.Measure, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            Every = device.Duration("every", usual.Every, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Settle = device.Duration("settle", usual.Settle, TimeSpan.Zero, TimeSpan.FromSeconds(10)),
            LostAfter = device.Duration("lostAfter", usual.LostAfter, TimeSpan.Zero, TimeSpan.FromHours(1)),
            AlarmsPerHour = device.Whole("alarmsPerHour", usual.AlarmsPerHour, 1, 60),
        };
        if (options.Names.Count == 0)
        {
            device.Wrong(null, "nothing-to-watch", CabinetWords.NothingToWatch, CabinetWords.NameASensor);
        }

        if (!options.Root.StartsWith('/'))
        {
            device.Wrong("root", "not-a-path", CabinetWords.NotAPath, CabinetWords.WriteAPath);
        }

        return options;
    }

    private static IReadOnlyList<T> Items<T>(SettingsReader device, string name, int most, Func<SettingsReader, T> read)
    {
        var items = device.Items(name);
        if (items.Count > most)
        {
            device.Wrong(name, "too-many", CabinetWords.TooMany, CabinetWords.AtMost(most));
        }

        return [.. items.Take(most).Select(item =>
        {
            T one = read(item);
            item.Finish();
            return one;
        })];
    }

    private static TemperatureSensor Temperature(SettingsReader item, CabinetNames names) => new(
        names.Read(item),
        Address(item, SensorKind.Temperature),
        item.Has("high") ? item.Number("high", 60, -40, 150) : null,
        item.Number("hysteresis", 3, 0, 20));

    private static FanSensor Fan(SettingsReader item, CabinetNames names) => new(names.Read(item), Address(item, SensorKind.Fan), item.Whole("min", 1, 1, 30_000));

    private static CabinetSwitch Contact(SettingsReader item, CabinetNames names) => new(names.Read(item), item.Choice("kind", false, s_kinds), ContactSettings.Read(item, "open"));

    private static BatterySupply Supply(SettingsReader item, CabinetNames names) => new(names.Read(item), SupplyName(item), item.Whole("low", 20, 1, 100));

    private static SensorAddress Address(SettingsReader item, SensorKind kind) =>
        new(item.RequiredText("chip", CabinetWords.WriteAChip), item.RequiredText("sensor", CabinetWords.WriteASensor), kind);

    public static string SupplyName(SettingsReader item)
    {
        string name = item.RequiredText("supply", CabinetWords.WriteASupply);
        if (name.Contains('/', StringComparison.Ordinal) || name is "." or "..")
        {
            item.Wrong("supply", "not-a-supply", CabinetWords.NotASupply, CabinetWords.WriteASupply);
        }

        return name;
    }
}
