namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>The first byte of a packet (section 2.1).</summary>
internal static class FixedHeader
{
    /// <summary>Judged as soon as it is here, so that garbage ends a link before its "length" is waited for.</summary>
    public static MqttFault? Check(byte header, int version)
    {
        var type = (MqttPacketType)(header >> 4);
        int flags = header & 0x0F;
        return type switch
        {
            0 => MqttFault.PacketType,
            MqttPacketType.Auth when version < MqttVersion.V5 => MqttFault.PacketType,
            MqttPacketType.Publish => CheckPublish(flags),
            _ => flags == ReservedFlags(type) ? null : MqttFault.HeaderFlags,
        };
    }

    /// <summary>Flags of table 2-2; those of PUBLISH carry meaning instead.</summary>
    public static int ReservedFlags(MqttPacketType type) =>
        type is MqttPacketType.PubRel or MqttPacketType.Subscribe or MqttPacketType.Unsubscribe ? 0b0010 : 0;

    private static MqttFault? CheckPublish(int flags) => ((flags >> 1) & 3, flags >> 3) switch
    {
        (3, _) => MqttFault.QoS,
        (0, 1) => MqttFault.Duplicate,
        _ => null,
    };
}
