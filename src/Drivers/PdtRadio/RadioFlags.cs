namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Doubts that readings of radios carry.</summary>
public static class RadioFlags
{
    /// <summary>The message was taken although its checksum is wrong, because the settings of the link say so.</summary>
    public const string Unverified = "UNVERIFIED";

    /// <summary>Latitude and longitude are both zero: no receiver stands there.</summary>
    public const string ZeroPosition = "ZERO_POSITION";

    /// <summary>The receiver says that it has a fix, and its place is missing or none on earth.</summary>
    public const string BadPosition = "BAD_POSITION";

    /// <summary>The fix names no time: the reading carries the time of its receipt.</summary>
    public const string NoFixTime = "NO_FIX_TIME";

    /// <summary>Bytes follow the documented layout of the message.</summary>
    public const string ExtraBytes = "EXTRA_BYTES";
}
