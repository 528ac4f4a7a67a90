using System.Text;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>CONNECT, and what its answer means.</summary>
internal static class MqttGreeting
{
    /// <summary>
    /// Largest packet taken. On 3.1.1 it cannot be announced, and a broker brings a message that ends the link again after
    /// every reconnect: so there the limit only stops nonsense.
    /// </summary>
    public static int MaximumPacketSize(int version) => version >= MqttVersion.V5 ? 4 * 1024 * 1024 : 64 * 1024 * 1024;

    public static ConnectPacket Connect(MqttConnect connect) => new()
    {
        Version = connect.Version,
        ClientId = connect.ClientId,
        CleanStart = connect.CleanStart,
        KeepAlive = (ushort)Math.Clamp(Math.Ceiling(connect.KeepAlive.TotalSeconds), 1, ushort.MaxValue),
        UserName = connect.User,
        Password = connect.Password is { } password ? Encoding.UTF8.GetBytes(password.Reveal()) : (ReadOnlyMemory<byte>?)null,
        Will = connect.Will is { } will ? Will(will) : null,
        Properties = new MqttProperties
        {
            SessionExpiry = (uint)Math.Clamp(connect.SessionExpiry.TotalSeconds, 0, uint.MaxValue),
            ReceiveMaximum = connect.ReceiveMaximum,
            MaximumPacketSize = (uint)MaximumPacketSize(MqttVersion.V5),
        },
    };

    /// <exception cref="MqttRefusedException">The broker said no.</exception>
    public static MqttConnection Judge(MqttConnect connect, ConnAckPacket ack)
    {
        if (ack.OldForm && connect.Version >= MqttVersion.V5)
        {
            throw RefusedInOldForm(ack.Reason);
        }

        byte reason = ack.OldForm ? MqttReason.FromReturnCode(ack.Reason) : ack.Reason;
        if (reason != MqttReason.Success)
        {
            bool isVersion = reason == MqttReason.UnsupportedProtocolVersion && connect.Version >= MqttVersion.V5;
            throw new MqttRefusedException(reason, isVersion, $"the broker refused the connection, code 0x{reason:X2} {ack.Properties.ReasonString}".TrimEnd(), ack.Properties.ServerReference);
        }

        return ack.Properties.MaximumQoS == 0
            ? throw new MqttRefusedException(MqttReason.QoSNotSupported, false, "the broker takes QoS 0 only, which proves no delivery")
            : Agree(connect, ack);
    }

    private static MqttRefusedException RefusedInOldForm(byte code) => new(
        MqttReason.FromReturnCode(code) is var reason && code == 0 ? MqttReason.UnsupportedProtocolVersion : reason,
        code <= 1,
        $"the broker answered MQTT 5 in the form of 3.1.1, code {code}");

    private static MqttConnection Agree(MqttConnect connect, ConnAckPacket ack)
    {
        MqttProperties said = ack.Properties;
        uint theirs = connect.Version >= MqttVersion.V5 ? said.ReceiveMaximum ?? 65_535 : 20;
        bool isShortened = said.ServerKeepAlive is > 0;
        return new MqttConnection(
            connect.Version,
            (int)Math.Clamp((uint)Math.Clamp(connect.Window, 1, MqttClient.MostInFlight), 1, theirs),
            said.MaximumPacketSize,
            ack.SessionPresent,
            isShortened ? TimeSpan.FromSeconds(said.ServerKeepAlive!.Value) : connect.KeepAlive,
            said.RetainAvailable != 0);
    }

    private static MqttWill Will(MqttMessage message) => new()
    {
        Topic = message.Topic,
        Payload = message.Payload,
        QoS = message.QoS,
        Retain = message.Retain,
        Properties = new MqttProperties
        {
            PayloadFormat = message.IsText ? 1u : null,
            ContentType = message.ContentType,
            UserProperties = message.UserProperties,
        },
    };
}
