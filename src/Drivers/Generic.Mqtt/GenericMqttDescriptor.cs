using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic;

namespace EdgeGateway.Drivers.Generic.Mqtt;

/// <summary>What the gateway knows of this driver.</summary>
internal static class GenericMqttDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        GenericMqttMapping.DriverName,
        "Generic.Mqtt",
        SensorReadings.Kinds,
        GenericMqttSettings.Read,
        (context, options) => new GenericMqttDriver(context, options));
}
