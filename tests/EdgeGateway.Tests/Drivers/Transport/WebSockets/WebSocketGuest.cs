using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Tests.Drivers.Transport.WebSockets;

/// <summary>The server's side of one link, frame by frame (RFC 6455 section 5), with whatever mistakes a test wants.</summary>
public sealed class WebSocketGuest : IDisposable
{
    public const byte Continuation = 0;
    public const byte Text = 1;
    public const byte Binary = 2;
    public const byte Close = 8;
    public const byte Ping = 9;
    public const byte Pong = 10;

    private readonly Socket _socket;
    private readonly Stream _stream;
    private readonly CancellationToken _patience;

    private WebSocketGuest(Socket socket, Stream stream, string head, CancellationToken patience) => (_socket, _stream, Head, _patience) = (socket, stream, head, patience);

    /// <summary>The request as it came.</summary>
    public string Head { get; }

    public string Path => Head.Split(' ')[1];

    public static async Task<WebSocketGuest> MeetAsync(Socket socket, Stream stream, CancellationToken patience)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, patience) == 1)
        {
            head.Append((char)one[0]);
        }

        return new WebSocketGuest(socket, stream, head.ToString(), patience);
    }

    /// <summary>Value of a header, or null.</summary>
    public string? Header(string name) => Head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

    /// <param name="accept">Null: the right one.</param>
    public Task UpgradeAsync(string? accept = null) =>
        WriteAsync($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept ?? Accept()}\r\n\r\n");

    public async Task WriteAsync(string text) => await WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task WriteAsync(byte[] bytes) => await _stream.WriteAsync(bytes, _patience);

    public Task SayAsync(string text) => FrameAsync(Text, Encoding.UTF8.GetBytes(text));

    public async Task FrameAsync(byte opcode, ReadOnlyMemory<byte> payload, bool last = true)
    {
        await _stream.WriteAsync(FrameHead(opcode, payload.Length, last), _patience);
        await _stream.WriteAsync(payload, _patience);
    }

    /// <summary>A head that promises so many bytes.</summary>
    public static byte[] FrameHead(byte opcode, long length, bool last = true)
    {
        var head = new byte[length < 126 ? 2 : length <= ushort.MaxValue ? 4 : 10];
        head[0] = (byte)(opcode | (last ? 0x80 : 0));
        head[1] = (byte)(head.Length == 2 ? length : head.Length == 4 ? 126 : 127);
        if (head.Length == 4)
        {
            BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(2), (ushort)length);
        }
        else if (head.Length == 10)
        {
            BinaryPrimitives.WriteInt64BigEndian(head.AsSpan(2), length);
        }

        return head;
    }

    /// <returns>The next frame of the client; opcode 0xFF when it is gone.</returns>
    public async Task<(byte Opcode, byte[] Payload)> TakeAsync()
    {
        try
        {
            var head = await TakeAsync(2);
            int length = head[1] & 0x7F;
            length = length == 126 ? BinaryPrimitives.ReadUInt16BigEndian(await TakeAsync(2)) : length == 127 ? (int)BinaryPrimitives.ReadInt64BigEndian(await TakeAsync(8)) : length;
            Assert.Equal(0x80, head[1] & 0x80);
            var mask = await TakeAsync(4);
            var payload = await TakeAsync(length);
            for (int i = 0; i < length; i++)
            {
                payload[i] ^= mask[i % 4];
            }

            return ((byte)(head[0] & 0x0F), payload);
        }
        catch (IOException)
        {
            return (0xFF, []);
        }
    }

    /// <returns>The next text of the client, or null when there will be none.</returns>
    public async Task<string?> TakeTextAsync()
    {
        while (true)
        {
            var (opcode, payload) = await TakeAsync();
            if (opcode is Text or 0xFF or Close)
            {
                return opcode == Text ? Encoding.UTF8.GetString(payload) : null;
            }
        }
    }

    /// <summary>As a process that is killed: TCP ends, no close frame (1006).</summary>
    public void Drop() => _stream.Dispose();

    /// <summary>As a box that loses power behind a switch that does not.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Close();
    }

    public void Dispose() => _stream.Dispose();

    private async Task<byte[]> TakeAsync(int count)
    {
        var bytes = new byte[count];
        await _stream.ReadExactlyAsync(bytes, _patience);
        return bytes;
    }

    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 section 4.2.2 asks for SHA-1; it protects nothing.")]
    private string Accept() => Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(Header("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
}
