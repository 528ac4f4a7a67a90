using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Configuration;

/// <summary>Reads section <c>commands</c>.</summary>
/// <param name="devices">Ids that a key's <c>devices</c> may name.</param>
internal sealed class CommandsReader(IReadOnlyCollection<string> devices)
{
    private const string Star = "*";

    private readonly Dictionary<string, string> _pathById = new(StringComparer.Ordinal);

    public CommandSettings Read(SettingsReader commands)
    {
        var standard = new CommandSettings();
        var settings = standard with
        {
            Keys = [.. commands.Items("keys").Select(ReadKey)],
            ClockAllowance = commands.Duration("clockAllowance", standard.ClockAllowance, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
            MaxAge = commands.Duration("maxAge", standard.MaxAge, TimeSpan.FromSeconds(1), TimeSpan.FromHours(24)),
            TimeLimit = commands.Duration("timeLimit", standard.TimeLimit, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            PerSecond = commands.Whole("perSecond", standard.PerSecond, 1, 1_000),
            Burst = commands.Whole("burst", standard.Burst, 1, 10_000),
        };
        commands.Finish();
        return settings;
    }

    private CommandKeySettings ReadKey(SettingsReader key)
    {
        string id = Named.Read(key, "id", CommandSettingsWords.WriteAKeyId);
        if (id.Length > 0 && !_pathById.TryAdd(id, key.Path))
        {
            key.Wrong("id", "id-twice", ConfigurationWords.DeviceTwice(_pathById[id]), ConfigurationWords.OtherName);
        }

        var settings = new CommandKeySettings(id, PublicKeyReader.Read(key, "publicKey"), ReadMay(key), ReadDevices(key));
        key.Finish();
        return settings;
    }

    private static IReadOnlyList<string> ReadMay(SettingsReader key)
    {
        var may = key.RequiredTexts("may", CommandSettingsWords.WriteMay);
        foreach (string wrong in may.Where(pattern => !IsPattern(pattern)).Distinct())
        {
            key.Wrong("may", "not-a-command", CommandSettingsWords.NotACommand(wrong), CommandSettingsWords.WriteMay);
        }

        return may;
    }

    private IReadOnlyList<string> ReadDevices(SettingsReader key)
    {
        var named = key.RequiredTexts("devices", CommandSettingsWords.WriteDevices);
        foreach (string unknown in named.Where(name => name != Star && name != DevicesReader.ReservedId && !devices.Contains(name)).Distinct())
        {
            key.Wrong("devices", "unknown-device", CommandSettingsWords.UnknownDevice(unknown), CommandSettingsWords.KnownDevices(NearestName.Of(unknown, devices)));
        }

        return named;
    }

    private static bool IsPattern(string pattern) =>
        pattern == Star || (pattern.EndsWith(".*", StringComparison.Ordinal) ? CommandReader.IsName(pattern[..^1] + "x") : CommandReader.IsName(pattern));
}
