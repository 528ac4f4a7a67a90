namespace EdgeGateway.Protocol.Snmp;

/// <summary>PrtSubUnitStatusTC (RFC 3805): how a tray or a marker is, five facts in one number of 0 to 126.</summary>
/// <param name="Availability">0 idle, 2 standby, 4 active, 6 busy, 1 on request, 3 broken, 5 unknown.</param>
/// <param name="HasWarning">A non-critical alert.</param>
/// <param name="IsCritical">A critical alert.</param>
/// <param name="IsOffline">It is not at its work.</param>
/// <param name="IsChanging">It is on its way to where it should be.</param>
public readonly record struct SubUnitStatus(int Availability, bool HasWarning, bool IsCritical, bool IsOffline, bool IsChanging)
{
    private const int Most = 126;

    private static readonly string[] s_words = ["idle", "on-request", "standby", "broken", "active", "unknown", "busy", "7"];

    public bool IsBroken => Availability == 3;

    /// <summary>The availability as a word, then what is not as it should be: <c>idle</c>, <c>standby+warning</c>, <c>broken+critical+offline</c>.</summary>
    public string Word => s_words[Availability] + (IsCritical ? "+critical" : string.Empty) + (HasWarning ? "+warning" : string.Empty) + (IsOffline ? "+offline" : string.Empty) + (IsChanging ? "+changing" : string.Empty);

    /// <returns>Null for a number outside its range.</returns>
    public static SubUnitStatus? Read(long value) => value is >= 0 and <= Most
        ? new SubUnitStatus((int)value & 7, (value & 8) != 0, (value & 16) != 0, (value & 32) != 0, (value & 64) != 0)
        : null;
}
