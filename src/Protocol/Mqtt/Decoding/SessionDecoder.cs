using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>CONNACK, DISCONNECT, AUTH (sections 3.2, 3.14, 3.15).</summary>
internal static class SessionDecoder
{
    public static ConnAckPacket ReadConnAck(ref BodyReader reader, int version)
    {
        bool oldForm = version < MqttVersion.V5 || reader.Left == 2;
        int flags = reader.Byte();
        byte reason = reader.Byte();
        bool sessionPresent = (flags & 1) != 0;
        reader.FailUnless(flags <= 1 && !(sessionPresent && reason != 0), MqttFault.AcknowledgeFlags);
        return new ConnAckPacket(sessionPresent, reason)
        {
            OldForm = oldForm,
            Properties = oldForm ? MqttProperties.None : PropertyDecoder.Read(ref reader, MqttPropertyPlace.ConnAck),
        };
    }

    public static DisconnectPacket ReadDisconnect(ref BodyReader reader, int version)
    {
        if (version < MqttVersion.V5 || reader.Left == 0)
        {
            return new DisconnectPacket();
        }

        return new DisconnectPacket(reader.Byte()) { Properties = ReadOptional(ref reader, MqttPropertyPlace.Disconnect) };
    }

    public static AuthPacket ReadAuth(ref BodyReader reader)
    {
        if (reader.Left == 0)
        {
            return new AuthPacket();
        }

        byte reason = reader.Byte();
        reader.FailUnless(
            reason is MqttReason.Success or MqttReason.ContinueAuthentication or MqttReason.ReAuthenticate, MqttFault.ReasonCode);
        return new AuthPacket(reason) { Properties = ReadOptional(ref reader, MqttPropertyPlace.Auth) };
    }

    /// <summary>Properties that may be left out together with their length.</summary>
    public static MqttProperties ReadOptional(ref BodyReader reader, MqttPropertyPlace place) =>
        reader.Left == 0 ? MqttProperties.None : PropertyDecoder.Read(ref reader, place);
}
