using static EdgeGateway.Protocol.Mqtt.MqttPropertyId;

namespace EdgeGateway.Protocol.Mqtt;

/// <summary>
/// Properties of one packet or will, in wire order (MQTT 5.0 section 2.2.2). Those this product uses have a typed member;
/// the others of table 2-4 are kept in <see cref="All"/>. Always empty on MQTT 3.1.1.
/// </summary>
public sealed class MqttProperties
{
    /// <summary>No properties.</summary>
    public static readonly MqttProperties None = new();

    private List<MqttProperty>? _all;

    public IReadOnlyList<MqttProperty> All => _all ?? (IReadOnlyList<MqttProperty>)[];

    /// <summary>Seconds; 0xFFFFFFFF never expires.</summary>
    public uint? SessionExpiry { get => Number(SessionExpiryInterval); init => Put(SessionExpiryInterval, value); }

    /// <summary>Most QoS 1 and 2 publishes without an answer, from 1; absent means 65,535.</summary>
    public uint? ReceiveMaximum { get => Number(MqttPropertyId.ReceiveMaximum); init => Put(MqttPropertyId.ReceiveMaximum, value); }

    /// <summary>Largest packet the sender takes, in bytes with the fixed header.</summary>
    public uint? MaximumPacketSize { get => Number(MqttPropertyId.MaximumPacketSize); init => Put(MqttPropertyId.MaximumPacketSize, value); }

    public uint? TopicAliasMaximum { get => Number(MqttPropertyId.TopicAliasMaximum); init => Put(MqttPropertyId.TopicAliasMaximum, value); }

    /// <summary>Seconds, replaces the keep-alive of CONNECT.</summary>
    public uint? ServerKeepAlive { get => Number(MqttPropertyId.ServerKeepAlive); init => Put(MqttPropertyId.ServerKeepAlive, value); }

    /// <summary>0 or 1; absent means 2.</summary>
    public uint? MaximumQoS { get => Number(MqttPropertyId.MaximumQoS); init => Put(MqttPropertyId.MaximumQoS, value); }

    /// <summary>0 refuses retained messages; absent means 1.</summary>
    public uint? RetainAvailable { get => Number(MqttPropertyId.RetainAvailable); init => Put(MqttPropertyId.RetainAvailable, value); }

    public uint? SharedSubscriptionAvailable
    {
        get => Number(MqttPropertyId.SharedSubscriptionAvailable);
        init => Put(MqttPropertyId.SharedSubscriptionAvailable, value);
    }

    public string? AssignedClientIdentifier { get => Text(MqttPropertyId.AssignedClientIdentifier); init => Put(MqttPropertyId.AssignedClientIdentifier, value); }

    /// <summary>For people, not for programs.</summary>
    public string? ReasonString { get => Text(MqttPropertyId.ReasonString); init => Put(MqttPropertyId.ReasonString, value); }

    public string? ServerReference { get => Text(MqttPropertyId.ServerReference); init => Put(MqttPropertyId.ServerReference, value); }

    /// <summary>1: the payload is UTF-8.</summary>
    public uint? PayloadFormat { get => Number(PayloadFormatIndicator); init => Put(PayloadFormatIndicator, value); }

    /// <summary>Seconds.</summary>
    public uint? MessageExpiry { get => Number(MessageExpiryInterval); init => Put(MessageExpiryInterval, value); }

    public string? ContentType { get => Text(MqttPropertyId.ContentType); init => Put(MqttPropertyId.ContentType, value); }

    public string? ResponseTopic { get => Text(MqttPropertyId.ResponseTopic); init => Put(MqttPropertyId.ResponseTopic, value); }

    public ReadOnlyMemory<byte>? CorrelationData { get => Data(MqttPropertyId.CorrelationData); init => Put(MqttPropertyId.CorrelationData, value); }

    public uint? TopicAlias { get => Number(MqttPropertyId.TopicAlias); init => Put(MqttPropertyId.TopicAlias, value); }

    /// <summary>Seconds.</summary>
    public uint? WillDelay { get => Number(WillDelayInterval); init => Put(WillDelayInterval, value); }

    /// <summary>In wire order; names may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> UserProperties
    {
        get => _all is null ? [] : [.. _all.Where(p => p.Id == UserProperty).Select(p => KeyValuePair.Create(p.Text!, p.PairValue!))];
        init
        {
            foreach ((string name, string text) in value)
            {
                Add(new MqttProperty(UserProperty, Text: name, PairValue: text));
            }
        }
    }

    /// <returns>A set that holds exactly these, in this order.</returns>
    public static MqttProperties Of(IEnumerable<MqttProperty> all) => new() { _all = [.. all] };

    internal void Add(MqttProperty property) => (_all ??= []).Add(property);

    private MqttProperty? Find(MqttPropertyId id)
    {
        for (int i = 0; i < _all?.Count; i++)
        {
            if (_all[i].Id == id)
            {
                return _all[i];
            }
        }

        return null;
    }

    private uint? Number(MqttPropertyId id) => Find(id)?.Number;

    private string? Text(MqttPropertyId id) => Find(id)?.Text;

    private ReadOnlyMemory<byte>? Data(MqttPropertyId id) => Find(id)?.Data;

    private void Put(MqttPropertyId id, uint? value)
    {
        if (value is { } number)
        {
            Add(new MqttProperty(id, Number: number));
        }
    }

    private void Put(MqttPropertyId id, string? value)
    {
        if (value is not null)
        {
            Add(new MqttProperty(id, Text: value));
        }
    }

    private void Put(MqttPropertyId id, ReadOnlyMemory<byte>? value)
    {
        if (value is { } data)
        {
            Add(new MqttProperty(id, Data: data));
        }
    }
}
