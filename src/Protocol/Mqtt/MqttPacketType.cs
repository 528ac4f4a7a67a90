namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Control packet types (MQTT 5.0 table 2-1); 0 is reserved, AUTH exists in MQTT 5 only.</summary>
public enum MqttPacketType
{
    Connect = 1,
    ConnAck = 2,
    Publish = 3,
    PubAck = 4,
    PubRec = 5,
    PubRel = 6,
    PubComp = 7,
    Subscribe = 8,
    SubAck = 9,
    Unsubscribe = 10,
    UnsubAck = 11,
    PingReq = 12,
    PingResp = 13,
    Disconnect = 14,
    Auth = 15,
}
