using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>What the gateway knows of this driver.</summary>
internal static class NmeaDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        NmeaMapping.DriverName,
        "PdtRadio.Nmea",
        [RadioPositionBody.KindName],
        NmeaSettings.Read,
        (context, options) => new NmeaDriver(context, options),
        decoders: [new NmeaDecoder(TimeProvider.System)]);
}
