namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>Doubts that only readings of satellite receivers carry.</summary>
internal static class NmeaFlags
{
    /// <summary>There was no RMC, and GGA names no day: it is the one that puts the fix nearest to now.</summary>
    public const string DateAssumed = "FIX_DATE_ASSUMED";

    /// <summary>RMC and GGA of one moment do not agree whether there is a fix: none is believed.</summary>
    public const string Conflict = "FIX_CONFLICT";

    /// <summary>Reckoned on from an older fix.</summary>
    public const string Estimated = "FIX_ESTIMATED";

    /// <summary>Typed in, or from a simulator.</summary>
    public const string NotMeasured = "FIX_NOT_MEASURED";
}
