using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>A Modbus TCP server on loopback; each question is answered as soon as its unit lets it.</summary>
internal sealed class TcpSlave : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _links = [];

    public TcpSlave(SlaveBus bus)
    {
        Bus = bus;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = ServeAsync();
    }

    public SlaveBus Bus { get; }

    public int Port { get; }

    /// <summary>Ends every link there is.</summary>
    public void Cut()
    {
        foreach (var link in _links)
        {
            link.Close();
        }
    }

    /// <summary>Says bytes to everybody.</summary>
    public async Task SayAsync(byte[] bytes)
    {
        foreach (var link in _links.Where(link => link.Connected))
        {
            await link.GetStream().WriteAsync(bytes);
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        Cut();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var link = await _listener.AcceptTcpClientAsync();
                link.NoDelay = true;
                _links.Add(link);
                _ = HearAsync(link.GetStream());
            }
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private async Task HearAsync(NetworkStream stream)
    {
        var head = new byte[7];
        try
        {
            while (true)
            {
                await stream.ReadExactlyAsync(head);
                var pdu = new byte[BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(4)) - 1];
                await stream.ReadExactlyAsync(pdu);
                (byte high, byte low, byte unit) = (head[0], head[1], head[6]);
                _ = Bus.AnswerAsync(unit, pdu, answer => [high, low, 0, 0, 0, (byte)(answer.Length + 1), unit, .. answer], frame => SendAsync(stream, frame));
            }
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
        }
    }

    private static async Task SendAsync(NetworkStream stream, byte[] frame)
    {
        try
        {
            await stream.WriteAsync(frame);
        }
        catch (Exception end) when (end is IOException or ObjectDisposedException)
        {
        }
    }
}
