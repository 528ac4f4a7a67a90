namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Why bytes are not MQTT. Any of them ends the link: nothing in the stream marks where the next packet begins.</summary>
/// <param name="Word">A short fixed word for counters.</param>
/// <param name="Reason">What MQTT 5 says to the peer before the link is closed.</param>
public sealed record MqttFault(string Word, byte Reason)
{
    public static readonly MqttFault PacketType = new("packet-type", MqttReason.MalformedPacket);
    public static readonly MqttFault HeaderFlags = new("header-flags", MqttReason.MalformedPacket);
    public static readonly MqttFault RemainingLength = new("remaining-length", MqttReason.MalformedPacket);
    public static readonly MqttFault TooLarge = new("packet-too-large", MqttReason.PacketTooLarge);
    public static readonly MqttFault Truncated = new("field-past-end", MqttReason.MalformedPacket);
    public static readonly MqttFault TrailingBytes = new("trailing-bytes", MqttReason.MalformedPacket);
    public static readonly MqttFault Text = new("utf8", MqttReason.MalformedPacket);
    public static readonly MqttFault VariableByteInteger = new("variable-byte-integer", MqttReason.MalformedPacket);
    public static readonly MqttFault ProtocolName = new("protocol-name", MqttReason.UnsupportedProtocolVersion);
    public static readonly MqttFault ProtocolLevel = new("protocol-level", MqttReason.UnsupportedProtocolVersion);
    public static readonly MqttFault ConnectFlags = new("connect-flags", MqttReason.MalformedPacket);
    public static readonly MqttFault AcknowledgeFlags = new("acknowledge-flags", MqttReason.MalformedPacket);
    public static readonly MqttFault QoS = new("qos", MqttReason.MalformedPacket);
    public static readonly MqttFault Duplicate = new("dup-at-qos-0", MqttReason.MalformedPacket);
    public static readonly MqttFault PacketIdentifier = new("packet-identifier-zero", MqttReason.ProtocolError);
    public static readonly MqttFault TopicName = new("topic-name", MqttReason.TopicNameInvalid);
    public static readonly MqttFault TopicFilter = new("topic-filter", MqttReason.TopicFilterInvalid);
    public static readonly MqttFault NoFilters = new("no-topic-filter", MqttReason.ProtocolError);
    public static readonly MqttFault TooManyFilters = new("too-many-filters", MqttReason.QuotaExceeded);
    public static readonly MqttFault SubscriptionOptions = new("subscription-options", MqttReason.MalformedPacket);
    public static readonly MqttFault ReasonCode = new("reason-code", MqttReason.MalformedPacket);
    public static readonly MqttFault PropertyUnknown = new("property-unknown", MqttReason.MalformedPacket);
    public static readonly MqttFault PropertyMisplaced = new("property-misplaced", MqttReason.ProtocolError);
    public static readonly MqttFault PropertyTwice = new("property-twice", MqttReason.ProtocolError);
    public static readonly MqttFault PropertyValue = new("property-value", MqttReason.ProtocolError);
    public static readonly MqttFault TooManyProperties = new("too-many-properties", MqttReason.QuotaExceeded);
}
