using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Vda5050;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>Reads <see cref="Vda5050Options"/> from a device's entry.</summary>
internal static class Vda5050Settings
{
    private const int MostMaps = 64;
    private const int LongestLevel = 64;
    private const int LongestInterface = 128;

    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal) { ["agv"] = "agv", ["rover"] = "rover", ["quadruped"] = "quadruped" };

    public static Vda5050Options Read(SettingsReader device)
    {
        var robot = ReadRobot(device);
        var usual = new Vda5050Options { Broker = SiteBrokerReader.Read(device), Robot = robot, Name = robot.Serial };
        return usual with
        {
            Name = Checked(device, "name", IsName, "not-a-name", Vda5050Words.NotAName, Vda5050Words.WriteAName) ?? usual.Name,
            VehicleType = device.Choice("vehicleType", usual.VehicleType, s_types),
            Maps = ReadMaps(device),
            MaxRateHz = device.Number("maxRateHz", usual.MaxRateHz, 0.01, 10),
            Visualization = device.Flag("visualization", usual.Visualization),
            Silence = device.Duration("silence", usual.Silence, TimeSpan.FromSeconds(10), TimeSpan.FromHours(1)),
            ConfirmWithin = device.Duration("confirmWithin", usual.ConfirmWithin, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60)),
        };
    }

    private static VdaRobot ReadRobot(SettingsReader device)
    {
        int major = device.Whole("majorVersion", 2, 2, 3);
        string standard = major == 3 ? "vda5050" : "uagv";
        return new VdaRobot(
            Checked(device, "interface", IsInterface, "not-a-level", Vda5050Words.NotALevel, Vda5050Words.WriteAnInterface) ?? standard,
            major,
            Required(device, "manufacturer", IsLevel, "not-a-level", Vda5050Words.NotALevel, Vda5050Words.WriteALevel),
            Required(device, "serialNumber", IsSerial, "not-a-serial", Vda5050Words.NotASerial, Vda5050Words.WriteASerial));
    }

    private static Dictionary<string, LocalMap> ReadMaps(SettingsReader device)
    {
        var items = device.Items("maps");
        Refuse(device, items.Count > MostMaps, "maps", "too-many", Vda5050Words.TooManyMaps, Vda5050Words.AtMost(MostMaps));
        var maps = new Dictionary<string, LocalMap>(StringComparer.Ordinal);
        foreach (var item in items.Take(MostMaps))
        {
            string id = item.RequiredText("id", Vda5050Words.WriteAMap);
            var origin = new GeoPoint(item.RequiredNumber("lat", -90, 90, Vda5050Words.WriteLat), item.RequiredNumber("lon", -180, 180, Vda5050Words.WriteLon));
            bool isNew = maps.TryAdd(id, new LocalMap(origin, item.Number("rotationDeg", 0, -360, 360)));
            Refuse(item, !isNew && id.Length > 0, "id", "duplicate", Vda5050Words.MapTwice, Vda5050Words.OneMap);
            item.Finish();
        }

        return maps;
    }

    private static string Required(SettingsReader device, string name, Func<string, bool> isRight, string code, Words problem, Words right)
    {
        string text = device.RequiredText(name, right);
        Refuse(device, text.Length > 0 && !isRight(text), name, code, problem, right);
        return text;
    }

    private static string? Checked(SettingsReader device, string name, Func<string, bool> isRight, string code, Words problem, Words right)
    {
        string? text = device.Text(name);
        Refuse(device, text is not null && !isRight(text), name, code, problem, right);
        return text;
    }

    private static void Refuse(SettingsReader device, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, code, problem, right);
        }
    }

    private static bool IsName(string text) => text.Length is > 0 and <= LongestLevel && !text.Any(char.IsControl);

    private static bool IsLevel(string text) => IsName(text) && text.IndexOfAny(['/', '+', '#']) < 0;

    private static bool IsSerial(string text) => text.Length is > 0 and <= LongestLevel && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '-');

    /// <summary>The standard lets a site put more levels here, as clouds want them.</summary>
    private static bool IsInterface(string text) => text.Length is > 0 and <= LongestInterface && text.Split('/').All(IsLevel);
}
