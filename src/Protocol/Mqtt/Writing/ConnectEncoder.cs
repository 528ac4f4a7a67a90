using System.Buffers;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>CONNECT (section 3.1).</summary>
internal static class ConnectEncoder
{
    public static void Write(IBufferWriter<byte> body, ConnectPacket connect)
    {
        bool isV5 = connect.Version >= MqttVersion.V5;
        body.Data("MQTT"u8);
        body.Byte(connect.Version);
        body.Byte(Flags(connect));
        body.TwoBytes(connect.KeepAlive);
        WriteProperties(body, connect.Properties, isV5);
        body.Text(connect.ClientId);
        if (connect.Will is { } will)
        {
            WriteProperties(body, will.Properties, isV5);
            body.Text(will.Topic);
            body.Data(will.Payload.Span);
        }

        if (connect.UserName is { } user)
        {
            body.Text(user);
        }

        if (connect.Password is { } password)
        {
            body.Data(password.Span);
        }
    }

    private static void WriteProperties(IBufferWriter<byte> body, MqttProperties properties, bool isV5)
    {
        if (isV5)
        {
            MqttPropertyWriter.WriteBlock(body, properties);
        }
    }

    private static int Flags(ConnectPacket connect) =>
        (connect.CleanStart ? 0x02 : 0)
        | (connect.Will is { } will ? 0x04 | (will.QoS << 3) | (will.Retain ? 0x20 : 0) : 0)
        | (connect.Password is not null ? 0x40 : 0)
        | (connect.UserName is not null ? 0x80 : 0);
}
