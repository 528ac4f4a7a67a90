using System.Buffers;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>CONNACK, and the reason and properties that end DISCONNECT, AUTH and the acknowledgements.</summary>
internal static class SessionEncoder
{
    public static void Write(IBufferWriter<byte> body, ConnAckPacket ack, int version)
    {
        body.Byte(ack.SessionPresent ? 1 : 0);
        body.Byte(ack.Reason);
        if (version >= MqttVersion.V5 && !ack.OldForm)
        {
            MqttPropertyWriter.WriteBlock(body, ack.Properties);
        }
    }

    /// <summary>Reason 0 without properties is left out (sections 3.4.2.1, 3.14.2.1, 3.15.2.1).</summary>
    public static void WriteOptional(IBufferWriter<byte> body, byte reason, MqttProperties properties, int version)
    {
        bool hasProperties = properties.All.Count > 0;
        if (version < MqttVersion.V5 || (reason == MqttReason.Success && !hasProperties))
        {
            return;
        }

        body.Byte(reason);
        if (hasProperties)
        {
            MqttPropertyWriter.WriteBlock(body, properties);
        }
    }
}
