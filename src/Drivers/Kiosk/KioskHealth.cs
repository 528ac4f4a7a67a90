using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>The health of a kiosk out of that of its parts.</summary>
internal static class KioskHealth
{
    private static readonly string[] s_worstFirst =
    [
        KioskWords.Alarm, KioskWords.Fault, KioskWords.Offline, KioskWords.Absent, KioskWords.Warning, KioskWords.Unknown, KioskWords.Starting, KioskWords.Maintenance, KioskWords.Ok,
    ];

    /// <returns>The worst of them; <see cref="KioskWords.Unknown"/> when there are none.</returns>
    public static string Worst(IEnumerable<string> healths) =>
        healths.DefaultIfEmpty(KioskWords.Unknown).MinBy(health => Array.IndexOf(s_worstFirst, health) is >= 0 and var place ? place : Array.IndexOf(s_worstFirst, KioskWords.Warning))!;
}
