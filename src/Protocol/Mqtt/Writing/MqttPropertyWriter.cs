using System.Buffers;

namespace EdgeGateway.Protocol.Mqtt.Writing;

/// <summary>Writes properties without the length in front of them (section 2.2.2.2).</summary>
public static class MqttPropertyWriter
{
    public static void WriteByte(IBufferWriter<byte> output, MqttPropertyId id, byte value)
    {
        output.Byte((byte)id);
        output.Byte(value);
    }

    public static void WriteText(IBufferWriter<byte> output, MqttPropertyId id, ReadOnlySpan<char> text)
    {
        output.Byte((byte)id);
        output.Text(text);
    }

    public static void WriteData(IBufferWriter<byte> output, MqttPropertyId id, ReadOnlySpan<byte> data)
    {
        output.Byte((byte)id);
        output.Data(data);
    }

    public static void WriteUser(IBufferWriter<byte> output, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        output.Byte((byte)MqttPropertyId.UserProperty);
        output.Text(name);
        output.Text(value);
    }

    public static void Write(IBufferWriter<byte> output, in MqttProperty property)
    {
        output.Byte((byte)property.Id);
        switch (MqttPropertyRule.Of(property.Id).Type)
        {
            case MqttPropertyType.Byte:
                output.Byte((byte)property.Number);
                break;
            case MqttPropertyType.TwoByteInteger:
                output.TwoBytes((int)property.Number);
                break;
            case MqttPropertyType.FourByteInteger:
                output.FourBytes(property.Number);
                break;
            case MqttPropertyType.VariableByteInteger:
                output.Variable(property.Number);
                break;
            case MqttPropertyType.Text:
                output.Text(property.Text);
                break;
            case MqttPropertyType.Data:
                output.Data(property.Data.Span);
                break;
            default:
                output.Text(property.Text);
                output.Text(property.PairValue);
                break;
        }
    }

    /// <summary>Length and all properties.</summary>
    internal static void WriteBlock(IBufferWriter<byte> output, MqttProperties properties)
    {
        if (properties.All.Count == 0)
        {
            output.Byte(0);
            return;
        }

        var block = new ArrayBufferWriter<byte>(128);
        WriteAll(block, properties);
        output.Variable((uint)block.WrittenCount);
        output.Write(block.WrittenSpan);
    }

    internal static void WriteAll(IBufferWriter<byte> output, MqttProperties properties)
    {
        foreach (MqttProperty property in properties.All)
        {
            Write(output, property);
        }
    }
}
