using static EdgeGateway.Protocol.Mqtt.MqttPropertyId;
using static EdgeGateway.Protocol.Mqtt.MqttPropertyType;
using Place = EdgeGateway.Protocol.Mqtt.MqttPropertyPlace;

namespace EdgeGateway.Protocol.Mqtt;

/// <summary>One line of MQTT 5.0 table 2-4.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">The table's own name.</param>
/// <param name="Type">How the value is written.</param>
/// <param name="Places">Where it may stand.</param>
/// <param name="Least">Smallest value of a number.</param>
/// <param name="Most">Largest value of a number.</param>
public sealed record MqttPropertyRule(
    MqttPropertyId Id, string Name, MqttPropertyType Type, Place Places, uint Least = 0, uint Most = uint.MaxValue)
{
    private static readonly MqttPropertyRule?[] s_byId = ById(
    [
        new(PayloadFormatIndicator, "Payload Format Indicator", MqttPropertyType.Byte, Place.Publish | Place.Will, Most: 1),
        new(MessageExpiryInterval, "Message Expiry Interval", FourByteInteger, Place.Publish | Place.Will),
        new(ContentType, "Content Type", MqttPropertyType.Text, Place.Publish | Place.Will),
        new(ResponseTopic, "Response Topic", MqttPropertyType.Text, Place.Publish | Place.Will),
        new(CorrelationData, "Correlation Data", Data, Place.Publish | Place.Will),
        new(SubscriptionIdentifier, "Subscription Identifier", MqttPropertyType.VariableByteInteger, Place.Publish | Place.Subscribe, Least: 1),
        new(SessionExpiryInterval, "Session Expiry Interval", FourByteInteger, Place.Connect | Place.ConnAck | Place.Disconnect),
        new(AssignedClientIdentifier, "Assigned Client Identifier", MqttPropertyType.Text, Place.ConnAck),
        new(ServerKeepAlive, "Server Keep Alive", TwoByteInteger, Place.ConnAck),
        new(AuthenticationMethod, "Authentication Method", MqttPropertyType.Text, Place.Connect | Place.ConnAck | Place.Auth),
        new(AuthenticationData, "Authentication Data", Data, Place.Connect | Place.ConnAck | Place.Auth),
        new(RequestProblemInformation, "Request Problem Information", MqttPropertyType.Byte, Place.Connect, Most: 1),
        new(WillDelayInterval, "Will Delay Interval", FourByteInteger, Place.Will),
        new(RequestResponseInformation, "Request Response Information", MqttPropertyType.Byte, Place.Connect, Most: 1),
        new(ResponseInformation, "Response Information", MqttPropertyType.Text, Place.ConnAck),
        new(ServerReference, "Server Reference", MqttPropertyType.Text, Place.ConnAck | Place.Disconnect),
        new(ReasonString, "Reason String", MqttPropertyType.Text, Place.ConnAck | Place.Acks | Place.SubAck | Place.UnsubAck | Place.Disconnect | Place.Auth),
        new(ReceiveMaximum, "Receive Maximum", TwoByteInteger, Place.Connect | Place.ConnAck, Least: 1),
        new(TopicAliasMaximum, "Topic Alias Maximum", TwoByteInteger, Place.Connect | Place.ConnAck),
        new(TopicAlias, "Topic Alias", TwoByteInteger, Place.Publish, Least: 1),
        new(MaximumQoS, "Maximum QoS", MqttPropertyType.Byte, Place.ConnAck, Most: 1),
        new(RetainAvailable, "Retain Available", MqttPropertyType.Byte, Place.ConnAck, Most: 1),
        new(UserProperty, "User Property", TextPair, Place.Everywhere),
        new(MaximumPacketSize, "Maximum Packet Size", FourByteInteger, Place.Connect | Place.ConnAck, Least: 1),
        new(WildcardSubscriptionAvailable, "Wildcard Subscription Available", MqttPropertyType.Byte, Place.ConnAck, Most: 1),
        new(SubscriptionIdentifierAvailable, "Subscription Identifier Available", MqttPropertyType.Byte, Place.ConnAck, Most: 1),
        new(SharedSubscriptionAvailable, "Shared Subscription Available", MqttPropertyType.Byte, Place.ConnAck, Most: 1),
    ]);

    /// <summary>User Property everywhere, Subscription Identifier in PUBLISH (section 3.3.2.3.8).</summary>
    public bool MayRepeat(Place place) => Id == UserProperty || (Id == SubscriptionIdentifier && place == Place.Publish);

    /// <returns>The rule, or null when the table has no such identifier.</returns>
    public static MqttPropertyRule? Find(int id) => id < s_byId.Length ? s_byId[id] : null;

    public static MqttPropertyRule Of(MqttPropertyId id) => s_byId[(int)id]!;

    private static MqttPropertyRule?[] ById(MqttPropertyRule[] rules)
    {
        var table = new MqttPropertyRule?[(int)SharedSubscriptionAvailable + 1];
        foreach (MqttPropertyRule rule in rules)
        {
            table[(int)rule.Id] = rule;
        }

        return table;
    }
}
