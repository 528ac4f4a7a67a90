using System.Collections.Frozen;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>How far a state of a part lowers the health of its device (kiosk.md section 2.4, below the table).</summary>
internal static class XfsStateWords
{
    private static readonly FrozenSet<string> s_alarms = FrozenSet.ToFrozenSet(["manipulated", "tampered"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_faults = FrozenSet.ToFrozenSet(["out", "inoperable", "inop", "inoperative", "missing"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> s_warnings = FrozenSet.ToFrozenSet(["low", "high", "fading"], StringComparer.OrdinalIgnoreCase);

    /// <returns><see cref="KioskWords.Ok"/> or what it lowers to. A word that no table has is a warning.</returns>
    public static string Health(XfsRole role, XfsValue state) => role switch
    {
        XfsRole.Number or XfsRole.Flag => KioskWords.Ok,
        _ when !state.IsKnown => KioskWords.Warning,
        XfsRole.Info or XfsRole.Sensor => KioskWords.Ok,
        _ when s_alarms.Contains(state.Text) => KioskWords.Alarm,
        _ when s_faults.Contains(state.Text) || IsJammed(state) => KioskWords.Fault,
        _ when s_warnings.Contains(state.Text) || (role == XfsRole.Bin && Is(state, "full")) => KioskWords.Warning,
        _ => KioskWords.Ok,
    };

    /// <summary>A shutter is jammed in one of several ways.</summary>
    public static bool IsJammed(XfsValue state) => state.IsKnown && state.Text.StartsWith("jammed", StringComparison.OrdinalIgnoreCase);

    public static bool Is(XfsValue? state, string word) => state?.Text.Equals(word, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>What a level of a unit means: a bin that fills is in need when it is high, a stack when it is low.</summary>
    public static string Health(XfsUnit unit) => unit.Replenishment switch
    {
        null => KioskWords.Ok,
        { IsKnown: false } => KioskWords.Warning,
        var level when unit.Fills => Is(level, "high") || Is(level, "full") ? KioskWords.Warning : KioskWords.Ok,
        var level => Is(level, "empty") ? KioskWords.Fault : Is(level, "low") ? KioskWords.Warning : KioskWords.Ok,
    };
}
