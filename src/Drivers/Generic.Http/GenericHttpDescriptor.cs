using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Generic;

namespace EdgeGateway.Drivers.Generic.Http;

/// <summary>What the gateway knows of this driver.</summary>
internal static class GenericHttpDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        GenericHttpMapping.DriverName,
        "Generic.Http",
        SensorReadings.Kinds,
        GenericHttpSettings.Read,
        (context, options) => new GenericHttpDriver(context, options),
        needsInbox: _ => true,
        decoders: [new GenericDecoder(TimeProvider.System)]);
}
