using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>What the gateway knows of this driver.</summary>
internal static class TetraPeiDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        TetraPeiMapping.DriverName,
        "PdtRadio.TetraPei",
        [
            RadioMessageBody.KindName, RadioPositionBody.KindName, RadioStatusBody.KindName, RadioCallBody.KindName, RadioSignalBody.KindName,
            RadioDeliveryBody.KindName, RadioEmergencyBody.KindName,
        ],
        TetraPeiSettings.Read,
        (context, options) => new TetraPeiDriver(context, options),
        decoders: [new TetraPeiDecoder()],
        commands: [TetraTexts.CommandName]);
}
