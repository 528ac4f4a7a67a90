using System.Buffers;
using System.Text.Json;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using EdgeGateway.Protocol.Mqtt.Writing;

namespace EdgeGateway.Tests.Protocol.Mqtt;

/// <summary>Packets in forms that can be compared.</summary>
internal static class MqttShow
{
    /// <summary>Every member, lists and bytes included: the equality of records stops at references.</summary>
    public static string Text(MqttPacket? packet) => packet is null ? "(none)" : $"{packet.Type} {JsonSerializer.Serialize(packet, packet.GetType())}";

    public static byte[] Bytes(MqttPacket packet, int version)
    {
        var output = new ArrayBufferWriter<byte>();
        MqttWriter.Write(output, packet, version);
        return output.WrittenSpan.ToArray();
    }

    public static MqttPacket? Read(byte[] bytes, int version, out MqttFault? fault)
    {
        var reader = new MqttReader(version, 1 << 20);
        MqttReadStatus status = reader.TryRead(bytes, out int consumed, out MqttPacket? packet);
        fault = reader.Fault;
        Assert.Equal(fault is not null, status == MqttReadStatus.Fault);
        Assert.Equal(packet is null ? 0 : bytes.Length, consumed);
        return packet;
    }
}
