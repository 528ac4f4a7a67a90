namespace EdgeGateway.Drivers.Generic.Mqtt;

/// <summary>Words of this driver; what messages mean stands in the map.</summary>
internal static class GenericMqttMapping
{
    public const string DriverName = "generic-mqtt";

    /// <summary>A message that the broker had kept, where the settings do not want those.</summary>
    public const string RetainedDropped = "retained-dropped";

    /// <summary>A message that the broker had kept and that was told before.</summary>
    public const string RetainedKnown = "retained-known";

    public const string Empty = "message-empty";
}
