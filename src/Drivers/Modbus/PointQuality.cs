namespace EdgeGateway.Drivers.Modbus;

/// <summary>What a reading of a point is worth.</summary>
public static class PointQuality
{
    public const string Good = "good";

    /// <summary>The unit does not answer, cannot answer now, or the bus is gone.</summary>
    public const string Bad = "bad";

    /// <summary>It answered with what its list calls no data, or with a number that is none.</summary>
    public const string Invalid = "invalid";

    /// <summary>It refuses this address; tried again after <see cref="BusLimits.RefusedRetry"/>.</summary>
    public const string Refused = "refused";
}
