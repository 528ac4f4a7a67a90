using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio.HyteraRepeater;

/// <summary>What the gateway knows of this driver.</summary>
internal static class HyteraRepeaterDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        HyteraRepeaterMapping.DriverName,
        "PdtRadio.HyteraRepeater",
        HyteraRepeaterMapping.Kinds,
        HyteraRepeaterSettings.Read,
        (context, options) => new HyteraRepeaterDriver(context, options),
        decoders: [new HstrpDecoder(HyteraRepeaterMapping.DriverName, TimeProvider.System)],
        commands: RadioCommandNames.All);
}
