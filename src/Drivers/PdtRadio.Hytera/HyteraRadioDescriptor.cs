using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>What the gateway knows of this driver.</summary>
internal static class HyteraRadioDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        HyteraRadioMapping.DriverName,
        "PdtRadio.Hytera",
        HyteraRadioMapping.Kinds,
        HyteraRadioSettings.Read,
        (context, options) => new HyteraRadioDriver(context, options),
        decoders: [new HrnpDecoder(HyteraRadioMapping.DriverName, TimeProvider.System), new HdapDecoder(HyteraRadioMapping.DriverName, TimeProvider.System)],
        commands: RadioCommandNames.All);
}
