using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.CommandLine;

/// <summary>A packet under the names of the standard (MQTT 5.0 chapter 3).</summary>
internal static class MqttFields
{
    public static JsonObject Of(MqttPacket packet, int version)
    {
        JsonObject fields = Own(packet, version);
        if (packet.Properties.All.Count > 0)
        {
            fields["Properties"] = Properties(packet.Properties);
        }

        return fields;
    }

    private static JsonObject Own(MqttPacket packet, int version) => packet switch
    {
        ConnectPacket connect => Connect(connect),
        ConnAckPacket ack => new()
        {
            ["Session Present"] = ack.SessionPresent,
            [ack.OldForm ? "Connect Return Code" : "Connect Reason Code"] = ack.Reason,
        },
        PublishPacket publish => Publish(publish),
        AckPacket ack => WithReason(new() { ["Packet Identifier"] = ack.Id }, ack.Reason, version),
        SubscribePacket subscribe => new() { ["Packet Identifier"] = subscribe.Id, ["Topic Filters"] = new JsonArray([.. subscribe.Filters.Select(f => Filter(f, version))]) },
        SubAckPacket ack => Reasons(ack.Id, ack.Reasons),
        UnsubscribePacket unsubscribe => new() { ["Packet Identifier"] = unsubscribe.Id, ["Topic Filters"] = new JsonArray([.. unsubscribe.Filters.Select(f => JsonValue.Create(f))]) },
        UnsubAckPacket ack => Reasons(ack.Id, ack.Reasons),
        DisconnectPacket end => WithReason([], end.Reason, version),
        AuthPacket auth => WithReason([], auth.Reason, version),
        _ => [],
    };

    private static JsonObject Connect(ConnectPacket connect)
    {
        var fields = new JsonObject
        {
            ["Protocol Version"] = connect.Version,
            [connect.Version == MqttVersion.V5 ? "Clean Start" : "Clean Session"] = connect.CleanStart,
            ["Keep Alive"] = connect.KeepAlive,
            ["Client Identifier"] = connect.ClientId,
        };
        if (connect.Will is { } will)
        {
            fields["Will"] = Will(will);
        }

        if (connect.UserName is { } user)
        {
            fields["User Name"] = user;
        }

        if (connect.Password is { } password)
        {
            // What is decoded on a site ends up in tickets and chats.
            fields["Password"] = $"({password.Length} bytes)";
        }

        return fields;
    }

    private static JsonObject Will(MqttWill will)
    {
        var fields = new JsonObject { ["Will QoS"] = will.QoS, ["Will Retain"] = will.Retain, ["Will Topic"] = will.Topic };
        Payload(fields, "Will Payload", will.Payload.Span);
        if (will.Properties.All.Count > 0)
        {
            fields["Will Properties"] = Properties(will.Properties);
        }

        return fields;
    }

    private static JsonObject Publish(PublishPacket publish)
    {
        var fields = new JsonObject { ["DUP"] = publish.Duplicate, ["QoS"] = publish.QoS, ["RETAIN"] = publish.Retain, ["Topic Name"] = publish.Topic };
        if (publish.QoS > 0)
        {
            fields["Packet Identifier"] = publish.Id;
        }

        Payload(fields, "Payload", publish.Payload.Span);
        return fields;
    }

    /// <summary>As text when it is text, otherwise as hex.</summary>
    private static void Payload(JsonObject fields, string name, ReadOnlySpan<byte> payload)
    {
        bool isText = Utf8.IsValid(payload);
        fields[isText ? name : $"{name} (hex)"] = isText ? Encoding.UTF8.GetString(payload) : Convert.ToHexStringLower(payload);
    }

    private static JsonObject Filter(MqttFilter filter, int version)
    {
        var fields = new JsonObject { ["Topic Filter"] = filter.Filter, [version == MqttVersion.V5 ? "Maximum QoS" : "Requested QoS"] = filter.QoS };
        if (version == MqttVersion.V5)
        {
            fields["No Local"] = filter.NoLocal;
            fields["Retain As Published"] = filter.RetainAsPublished;
            fields["Retain Handling"] = filter.RetainHandling;
        }

        return fields;
    }

    private static JsonObject Reasons(ushort id, IReadOnlyList<byte> reasons) =>
        new() { ["Packet Identifier"] = id, ["Reason Codes"] = new JsonArray([.. reasons.Select(r => JsonValue.Create(r))]) };

    private static JsonObject WithReason(JsonObject fields, byte reason, int version)
    {
        if (version == MqttVersion.V5)
        {
            fields["Reason Code"] = reason;
        }

        return fields;
    }

    private static JsonArray Properties(MqttProperties properties) => new([.. properties.All.Select(Property)]);

    /// <summary>An array, because names may repeat and their order is kept.</summary>
    private static JsonObject Property(MqttProperty property)
    {
        MqttPropertyRule rule = MqttPropertyRule.Of(property.Id);
        return new JsonObject
        {
            [rule.Name] = rule.Type switch
            {
                MqttPropertyType.Text => property.Text,
                MqttPropertyType.Data => Convert.ToHexStringLower(property.Data.Span),
                MqttPropertyType.TextPair => new JsonObject { [property.Text!] = property.PairValue },
                _ => property.Number,
            },
        };
    }
}
