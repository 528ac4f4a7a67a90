using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>One printer as it is now.</summary>
/// <param name="Module">What it is called, also the scope of its alarms.</param>
/// <param name="Health">A word of <see cref="KioskWords"/>.</param>
/// <param name="IsBusy">Whether it prints.</param>
/// <param name="Parts">In the device's own words.</param>
/// <param name="Raw">What no table knows.</param>
/// <param name="Troubles">Names of what is not as it should be; when they change, there is news.</param>
/// <param name="Alarms">What stands.</param>
internal sealed record PrinterView(
    string Module, string Health, bool IsBusy, IReadOnlyList<KioskPart> Parts, IReadOnlyList<string> Raw, IReadOnlyList<string> Troubles, IReadOnlyList<KioskAlarm> Alarms)
{
    private static readonly string[] s_worst = [KioskWords.Fault, KioskWords.Offline, KioskWords.Warning, KioskWords.Starting, KioskWords.Unknown, KioskWords.Ok];

    /// <summary>Of <see cref="KioskModuleBody.Severity"/>.</summary>
    public string? Severity => Health switch { KioskWords.Fault or KioskWords.Offline => "major", KioskWords.Warning => "minor", KioskWords.Ok => null, _ => "info" };

    /// <summary>The worst of some words; <see cref="KioskWords.Unknown"/> of none.</summary>
    public static string Worst(IEnumerable<string> words)
    {
        var all = words.ToHashSet();
        return Array.Find(s_worst, all.Contains) ?? KioskWords.Unknown;
    }
}
