using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Mqtt;

/// <summary>Reads the acknowledgements that come by the ten thousand, without allocation.</summary>
public static class MqttAckReader
{
    /// <returns>False when the frame has properties or is malformed: decode it in full then.</returns>
    public static bool TryReadShort(MqttFrame frame, int version, out ushort id, out byte reason)
    {
        ReadOnlySpan<byte> body = frame.Body;
        bool isShort = body.Length == 2 || (body.Length == 3 && version >= MqttVersion.V5);
        id = isShort ? BinaryPrimitives.ReadUInt16BigEndian(body) : (ushort)0;
        reason = body.Length == 3 ? body[2] : MqttReason.Success;
        return id != 0;
    }
}
