namespace EdgeGateway.Drivers.Transport.Sensors;

/// <summary>Why there is no value: fixed words.</summary>
public static class SensorTrouble
{
    /// <summary>No chip, sensor, supply or line of that name.</summary>
    public const string Missing = "sensor-missing";

    /// <summary>Several chips have that name.</summary>
    public const string Ambiguous = "sensor-ambiguous";

    /// <summary>It is there and cannot be read, or says itself that it is broken.</summary>
    public const string Broken = "sensor-broken";

    /// <summary>What it says is no number, or not 0 or 1.</summary>
    public const string NotANumber = "sensor-not-a-number";

    /// <summary>This account may not read it.</summary>
    public const string Refused = "sensor-refused";

    /// <summary>Somebody else holds the line.</summary>
    public const string Taken = "sensor-taken";
}
