using System.Buffers;
using System.Text;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Writing;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>Puts a message into wire form in buffers that are used again and again; guarded by the caller.</summary>
internal sealed class MqttMessageWriter(int version)
{
    private readonly ArrayBufferWriter<byte> _topic = new(256);
    private readonly ArrayBufferWriter<byte> _properties = new(256);

    /// <returns>Points into this writer's buffers: good until the next call.</returns>
    /// <exception cref="ArgumentException">The topic cannot be published to, or a field is longer than MQTT allows.</exception>
    public MqttPublish Prepare(MqttMessage message)
    {
        if (!MqttTopic.IsName(message.Topic) || message.QoS is < 0 or > 1)
        {
            throw new ArgumentException($"topic '{message.Topic}' with QoS {message.QoS} cannot be published");
        }

        _topic.ResetWrittenCount();
        Encoding.UTF8.GetBytes(message.Topic, _topic);
        _properties.ResetWrittenCount();
        if (version >= MqttVersion.V5)
        {
            WriteProperties(message);
        }

        return new MqttPublish
        {
            Topic = _topic.WrittenSpan,
            Properties = _properties.WrittenSpan,
            Payload = message.Payload.Span,
            QoS = message.QoS,
            Retain = message.Retain,
        };
    }

    private void WriteProperties(MqttMessage message)
    {
        if (message.IsText)
        {
            MqttPropertyWriter.WriteByte(_properties, MqttPropertyId.PayloadFormatIndicator, 1);
        }

        if (message.Expiry is { } expiry)
        {
            MqttPropertyWriter.Write(_properties, new MqttProperty(MqttPropertyId.MessageExpiryInterval, (uint)Math.Clamp(Math.Ceiling(expiry.TotalSeconds), 1, uint.MaxValue)));
        }

        if (message.ContentType is { } type)
        {
            MqttPropertyWriter.WriteText(_properties, MqttPropertyId.ContentType, type);
        }

        if (message.ResponseTopic is { } topic)
        {
            MqttPropertyWriter.WriteText(_properties, MqttPropertyId.ResponseTopic, topic);
        }

        if (message.CorrelationData is { } data)
        {
            MqttPropertyWriter.WriteData(_properties, MqttPropertyId.CorrelationData, data.Span);
        }

        for (int i = 0; i < message.UserProperties.Count; i++)
        {
            (string name, string value) = message.UserProperties[i];
            MqttPropertyWriter.WriteUser(_properties, name, value);
        }
    }
}
