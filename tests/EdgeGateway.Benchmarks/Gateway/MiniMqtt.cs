using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>The few MQTT 3.1.1 packets a measuring program needs, written straight from the standard and nothing more.</summary>
internal static class MiniMqtt
{
    /// <param name="clientId">Name of the session.</param>
    /// <param name="keep">The session and what comes for it outlive the link.</param>
    public static byte[] Connect(string clientId, bool keep = false) =>
        Packet(0x10, [.. Text("MQTT"), 4, keep ? (byte)0 : (byte)2, 0, 0, .. Text(clientId)]);

    public static byte[] Subscribe(string filter, byte qos) => Packet(0x82, [0, 1, .. Text(filter), qos]);

    /// <param name="idHigh">First byte of the packet identifier.</param>
    /// <param name="idLow">Second byte.</param>
    public static byte[] PubAck(byte idHigh, byte idLow) => [0x40, 2, idHigh, idLow];

    public static byte[] Publish(string topic, ushort id, ReadOnlySpan<byte> payload) =>
        Packet(0x32, [.. Text(topic), (byte)(id >> 8), (byte)id, .. payload]);

    public static Socket Dial(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect("127.0.0.1", port);
        return socket;
    }

    /// <param name="at">Start of a packet.</param>
    /// <param name="header">Bytes of the fixed header.</param>
    /// <param name="length">Bytes behind it.</param>
    /// <returns>False when the packet is not complete in the buffer.</returns>
    public static bool TryFrame(ReadOnlySpan<byte> at, out int header, out int length)
    {
        (header, length) = (1, 0);
        for (int shift = 0; header < at.Length && shift <= 21; shift += 7)
        {
            byte digit = at[header++];
            length |= (digit & 0x7F) << shift;
            if ((digit & 0x80) == 0)
            {
                return at.Length >= header + length;
            }
        }

        return false;
    }

    private static byte[] Text(string text) => [(byte)(Encoding.UTF8.GetByteCount(text) >> 8), (byte)Encoding.UTF8.GetByteCount(text), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Packet(byte type, byte[] body)
    {
        var head = new List<byte> { type };
        int rest = body.Length;
        do
        {
            head.Add((byte)((rest % 128) | (rest >= 128 ? 0x80 : 0)));
            rest /= 128;
        }
        while (rest > 0);
        return [.. head, .. body];
    }
}
