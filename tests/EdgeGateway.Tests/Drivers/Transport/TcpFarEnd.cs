using System.Net;
using System.Net.Sockets;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>The far end of a line that ends in a TCP link to this test.</summary>
public sealed class TcpFarEnd : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly SemaphoreSlim _one = new(1);
    private Socket? _link;

    public TcpFarEnd()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public async Task SendAsync(byte[] bytes, CancellationToken ct)
    {
        var link = await LinkAsync(ct);
        for (int sent = 0; sent < bytes.Length;)
        {
            sent += await link.SendAsync(bytes.AsMemory(sent), SocketFlags.None, ct);
        }
    }

    public async Task<byte[]> TakeAsync(int count, CancellationToken ct)
    {
        var link = await LinkAsync(ct);
        var bytes = new byte[count];
        for (int have = 0; have < count;)
        {
            int got = await link.ReceiveAsync(bytes.AsMemory(have), SocketFlags.None, ct);
            have += got > 0 ? got : throw new EndOfStreamException($"the line ended after {have} of {count} bytes");
        }

        return bytes;
    }

    /// <summary>Ends the link; the next one that is made takes its place.</summary>
    public async Task CutAsync(CancellationToken ct)
    {
        (await LinkAsync(ct)).Dispose();
        _link = null;
    }

    public void Dispose()
    {
        _link?.Dispose();
        _listener.Dispose();
    }

    private async Task<Socket> LinkAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            return _link ??= await _listener.AcceptAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }
}
