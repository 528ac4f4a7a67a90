namespace EdgeGateway.Protocol.Mqtt.Decoding;

/// <summary>The properties of a packet: length, then identifier and value, again and again (section 2.2.2).</summary>
internal static class PropertyDecoder
{
    /// <summary>A packet full of the smallest properties would take ten times its size in memory; no honest peer comes near this.</summary>
    public const int Most = 1024;

    public static MqttProperties Read(ref BodyReader reader, MqttPropertyPlace place)
    {
        int length = (int)reader.Variable();
        if (length == 0 || reader.Fault is not null)
        {
            return MqttProperties.None;
        }

        int end = reader.Left - length;
        reader.FailUnless(end >= 0, MqttFault.Truncated);
        var properties = new MqttProperties();
        ulong seen = 0;
        while (reader.Fault is null && reader.Left > end)
        {
            ReadOne(ref reader, place, properties, ref seen);
        }

        reader.FailUnless(reader.Left == end, MqttFault.Truncated);
        return properties;
    }

    private static void ReadOne(ref BodyReader reader, MqttPropertyPlace place, MqttProperties into, ref ulong seen)
    {
        if (MqttPropertyRule.Find((int)reader.Variable()) is not { } rule)
        {
            reader.Fail(MqttFault.PropertyUnknown);
            return;
        }

        ulong bit = 1UL << (int)rule.Id;
        reader.FailUnless((rule.Places & place) != 0, MqttFault.PropertyMisplaced);
        reader.FailUnless((seen & bit) == 0 || rule.MayRepeat(place), MqttFault.PropertyTwice);
        reader.FailUnless(into.All.Count < Most, MqttFault.TooManyProperties);
        seen |= bit;
        MqttProperty property = ReadValue(ref reader, rule);
        reader.FailUnless(property.Number >= rule.Least && property.Number <= rule.Most, MqttFault.PropertyValue);
        into.Add(property);
    }

    private static MqttProperty ReadValue(ref BodyReader reader, MqttPropertyRule rule) => rule.Type switch
    {
        MqttPropertyType.Byte => new MqttProperty(rule.Id, Number: reader.Byte()),
        MqttPropertyType.TwoByteInteger => new MqttProperty(rule.Id, Number: reader.TwoBytes()),
        MqttPropertyType.FourByteInteger => new MqttProperty(rule.Id, Number: reader.FourBytes()),
        MqttPropertyType.VariableByteInteger => new MqttProperty(rule.Id, Number: reader.Variable()),
        MqttPropertyType.Text => new MqttProperty(rule.Id, Text: reader.Text()),
        MqttPropertyType.Data => new MqttProperty(rule.Id, Data: reader.Data().ToArray()),
        _ => new MqttProperty(rule.Id, Text: reader.Text(), PairValue: reader.Text()),
    };
}
