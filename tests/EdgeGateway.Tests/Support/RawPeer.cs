using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Tests.Support;

/// <summary>One end of a TCP connection that says exactly the bytes it is told to.</summary>
public sealed class RawPeer(Socket socket) : IDisposable
{
    private readonly NetworkStream _stream = new(socket, ownsSocket: true);
    private readonly byte[] _one = new byte[1];

    /// <summary>Nobody waits longer for the other side: a test that hangs says nothing.</summary>
    private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(90));

    public static async Task<RawPeer> ConnectAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync("127.0.0.1", port);
        return new RawPeer(socket);
    }

    /// <summary>Head of one HTTP message with its blank line; empty when the other side closed.</summary>
    public async Task<string> ReadHeadAsync(CancellationToken ct = default)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await _stream.ReadAsync(_one, Or(ct)) == 1)
        {
            head.Append((char)_one[0]);
        }

        return head.ToString();
    }

    /// <summary>Status of one answer whose body has a Content-Length; 0 when the other side closed.</summary>
    public async Task<int> ReadStatusAsync(CancellationToken ct = default)
    {
        string head = await ReadHeadAsync(ct);
        if (head.Length == 0)
        {
            return 0;
        }

        int length = head.Split("\r\n").Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Select(line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture)).FirstOrDefault();
        await _stream.ReadExactlyAsync(new byte[length], Or(ct));
        return int.Parse(head.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>So many bytes behind a head.</summary>
    public async Task<byte[]> ReadAsync(int count, CancellationToken ct = default)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, Or(ct));
        return bytes;
    }

    /// <summary>Everything until the other side closes.</summary>
    public async Task<string> ReadTextAsync(CancellationToken ct = default)
    {
        using var reader = new StreamReader(_stream, leaveOpen: true);
        return await reader.ReadToEndAsync(Or(ct));
    }

    /// <summary>So many bytes, each as one character.</summary>
    public async Task<string> ReadTextAsync(int length, CancellationToken ct = default)
    {
        var bytes = new byte[length];
        await _stream.ReadExactlyAsync(bytes, Or(ct));
        return Encoding.Latin1.GetString(bytes);
    }

    public Task SendAsync(string text, CancellationToken ct = default) => SendAsync(Encoding.Latin1.GetBytes(text), ct);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct = default) => await _stream.WriteAsync(bytes, ct);

    /// <summary>Waits until the other side closes or resets.</summary>
    public async Task ClosedAsync(CancellationToken ct = default)
    {
        try
        {
            while (await _stream.ReadAsync(_one, Or(ct)) > 0)
            {
            }
        }
        catch (IOException)
        {
        }
    }

    /// <summary>Ends our side in an orderly way; the other direction stays open.</summary>
    public void Finish() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>Ends with a reset, as a device does that loses power behind a switch that does not.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    public void Dispose()
    {
        _stream.Dispose();
        _patience.Dispose();
    }

    private CancellationToken Or(CancellationToken ct) => ct.CanBeCanceled ? ct : _patience.Token;
}
