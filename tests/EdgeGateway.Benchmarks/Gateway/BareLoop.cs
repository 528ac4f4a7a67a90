using System.Diagnostics;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>The limit of this machine and this broker: QoS 1 publishes from a loop on a bare socket, nothing stored, nothing decided.</summary>
internal static class BareLoop
{
    /// <returns>Acknowledged publishes a second.</returns>
    public static double Run(int port, string topic, int payloadBytes, int window, int count)
    {
        using var socket = MiniMqtt.Dial(port);
        socket.Send(MiniMqtt.Connect($"bare-{Environment.ProcessId}"));
        var buffer = new byte[64 * 1024];
        socket.Receive(buffer);
        var payload = new byte[payloadBytes];
        payload.AsSpan().Fill((byte)'x');
        var packets = Enumerable.Range(1, window).Select(id => MiniMqtt.Publish(topic, (ushort)id, payload)).ToArray();
        byte[] burst = new byte[packets.Sum(packet => packet.Length)];
        var watch = Stopwatch.StartNew();
        int sent = 0;
        int acknowledged = 0;
        while (acknowledged < count)
        {
            int length = 0;
            while (sent < count && sent - acknowledged < window)
            {
                var packet = packets[sent++ % window];
                packet.CopyTo(burst, length);
                length += packet.Length;
            }

            socket.Send(burst.AsSpan(0, length));

            // A PUBACK of 3.1.1 has four bytes; whole windows are answered in a few reads.
            int read = socket.Receive(buffer);
            int partial = read % 4;
            while (partial != 0)
            {
                read += socket.Receive(buffer);
                partial = read % 4;
            }

            acknowledged += read / 4;
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
