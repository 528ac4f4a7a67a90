using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.CommandLine;

/// <summary>
/// MQTT packets one after the other. Option <c>version</c> is 5 (default) or 4; a CONNECT in the input decides for what
/// follows it. The first fault is the last line, because MQTT cannot be read on from there.
/// </summary>
public sealed class MqttDecoder : IProtocolDecoder
{
    public string Protocol => "mqtt";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        string version = options.GetValueOrDefault("version", "5");
        return version is "5" or "4"
            ? Decode(input, new MqttReader(version[0] - '0', int.MaxValue))
            : [DecodedFrame.Failed("bad-option", $"version '{version}': MQTT 5 is 5, MQTT 3.1.1 is 4")];
    }

    private static IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, MqttReader reader)
    {
        int at = 0;
        MqttReadStatus status = MqttReadStatus.Packet;
        while (at < input.Length && status == MqttReadStatus.Packet)
        {
            status = reader.TryRead(input.Span[at..], out int consumed, out MqttPacket? packet);
            yield return packet is null ? Failed(status, reader, at) : Show(packet, reader);
            at += consumed;
        }
    }

    private static DecodedFrame Failed(MqttReadStatus status, MqttReader reader, int at) => status == MqttReadStatus.Fault
        ? DecodedFrame.Failed(reader.Fault!.Word, $"at byte {at}; MQTT 5 says 0x{reader.Fault.Reason:X2} to this and closes the link")
        : DecodedFrame.Failed("incomplete", $"the packet at byte {at} has its end missing");

    private static DecodedFrame Show(MqttPacket packet, MqttReader reader)
    {
        if (packet is ConnectPacket connect)
        {
            reader.Version = connect.Version;
        }

        return new DecodedFrame { Type = packet.Type.ToString().ToUpperInvariant(), Fields = MqttFields.Of(packet, reader.Version) };
    }
}
