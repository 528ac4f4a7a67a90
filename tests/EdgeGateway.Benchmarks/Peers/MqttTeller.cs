using EdgeGateway.Benchmarks.Gateway;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>Publishes readings with QoS 1, never more than a window ahead of the answers.</summary>
internal static class MqttTeller
{
    private const int Window = 20;
    private const int AckBytes = 4;

    /// <returns>How many PUBACKs came.</returns>
    public static int Tell(int port, int readings)
    {
        using var socket = MiniMqtt.Dial(port);
        socket.Send(MiniMqtt.Connect($"teller-{Guid.NewGuid():N}"));
        var buffer = new byte[AckBytes * Window];
        socket.Receive(buffer.AsSpan(0, AckBytes));
        int sent = 0;
        int bytes = 0;
        while (bytes / AckBytes < readings)
        {
            for (; sent < readings && sent - (bytes / AckBytes) < Window; sent++)
            {
                socket.Send(MiniMqtt.Publish("site/readings", (ushort)((sent % Window) + 1), SampleReading.Next()));
            }

            int read = socket.Receive(buffer);
            if (read == 0)
            {
                break;
            }

            bytes += read;
        }

        return bytes / AckBytes;
    }
}
