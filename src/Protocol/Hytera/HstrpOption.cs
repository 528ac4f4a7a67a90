namespace EdgeGateway.Protocol.Hytera;

/// <summary>One option of an HSTRP frame.</summary>
/// <param name="Command">1 to 127.</param>
/// <param name="Value">At most 255 bytes, big endian where it is a number.</param>
public sealed record HstrpOption(byte Command, ReadOnlyMemory<byte> Value)
{
    /// <summary>RTP set-up, no value.</summary>
    public const byte Realtime = 1;

    /// <summary>Four bytes.</summary>
    public const byte DeviceId = 3;

    /// <summary>Slot, one byte.</summary>
    public const byte Channel = 4;

    public const byte XptSite = 5;

    public const byte XptIndex = 6;

    public const byte XptChannelType = 7;

    public static HstrpOption OfDevice(uint id) => new(DeviceId, new byte[] { (byte)(id >> 24), (byte)(id >> 16), (byte)(id >> 8), (byte)id });

    public static HstrpOption OfSlot(byte slot) => new(Channel, new[] { slot });
}
