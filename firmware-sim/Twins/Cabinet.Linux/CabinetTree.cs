using System.Globalization;

namespace EdgeGateway.Sim.Twins.Cabinet.Linux;

/// <summary>
/// A folder that looks like the parts of Linux that tell of a cabinet: one hardware monitor chip <c>lm75</c> with a
/// temperature and a fan, the supplies <c>AC</c> and <c>BAT0</c>, and a file for each contact below <c>contacts</c>.
/// </summary>
public sealed class CabinetTree
{
    public const string Chip = "lm75";

    private readonly string _root;
    private int _number = 2;

    /// <param name="root">Made when it is missing.</param>
    public CabinetTree(string root)
    {
        _root = root;
        Other();
        Write("AC/type", "Mains");
        Write("BAT0/type", "Battery");
        PlugIn();
        Temperature(31.5);
        Fan(1450);
        Mains(true);
        Battery(97, discharging: false);
        Contact("door", open: false);
        Contact("lid", open: false);
    }

    /// <summary>Thousandths of a degree, as the kernel writes them.</summary>
    public void Temperature(double degrees) => Put(Path.Combine(Monitor, "temp1_input"), Whole(degrees * 1000));

    public void Fan(int rpm) => Put(Path.Combine(Monitor, "fan1_input"), Whole(rpm));

    /// <summary>What a driver of a chip shows that has lost its mind.</summary>
    public void Garble() => Put(Path.Combine(Monitor, "temp1_input"), "garbage");

    public void Mains(bool present) => Write("AC/online", present ? "1" : "0");

    public void Battery(int percent, bool discharging, string health = "Good")
    {
        Write("BAT0/capacity", Whole(percent));
        Write("BAT0/status", discharging ? "Discharging" : percent >= 100 ? "Full" : "Charging");
        Write("BAT0/voltage_now", Whole(12_000_000 + (percent * 10_000)));
        Write("BAT0/time_to_empty_now", Whole(percent * 60));
        Write("BAT0/health", health);
    }

    /// <summary>1 is open.</summary>
    public void Contact(string name, bool open) => Put(Path.Combine(_root, "contacts", name), open ? "1" : "0");

    /// <summary>The chip is gone.</summary>
    public void PullOut() => Directory.Delete(Monitor, recursive: true);

    /// <summary>It is there, under another number than before; its values are those of its start.</summary>
    public void PlugIn()
    {
        _number++;
        Put(Path.Combine(Monitor, "name"), Chip);
        Put(Path.Combine(Monitor, "temp1_label"), "inside");
        Put(Path.Combine(Monitor, "temp1_crit"), "80000");
        Temperature(31.5);
        Fan(1450);
    }

    public bool HasChip => Directory.Exists(Monitor);

    private string Monitor => Path.Combine(_root, "sys/class/hwmon", FormattableString.Invariant($"hwmon{_number}"));

    /// <summary>Another chip whose sensors have the same file names.</summary>
    private void Other()
    {
        string other = Path.Combine(_root, "sys/class/hwmon/hwmon0");
        Put(Path.Combine(other, "name"), "coretemp");
        Put(Path.Combine(other, "temp1_label"), "Package id 0");
        Put(Path.Combine(other, "temp1_input"), "54000");
    }

    private void Write(string file, string value) => Put(Path.Combine(_root, "sys/class/power_supply", file), value);

    /// <summary>Whole or not at all: the kernel never shows half a value.</summary>
    private static void Put(string path, string value)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string draft = Path.Combine(Path.GetDirectoryName(path)!, ".draft");
        File.WriteAllText(draft, value + "\n");
        File.Move(draft, path, overwrite: true);
    }

    private static string Whole(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
