using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>
/// A device's connection to a web server, where the device must read what the answer says: <see cref="PostLink"/> is the
/// cheaper one for devices that only look at the status. Not safe for two calls at a time.
/// </summary>
public sealed class CallLink(Uri server) : IDisposable
{
    private const int Most = 4 * 1024 * 1024;

    private Socket? _socket;
    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <exception cref="IOException">The link broke before the answer was complete; the next call connects anew.</exception>
    public async Task<CallAnswer> CallAsync(CallRequest request, CancellationToken ct)
    {
        try
        {
            Socket socket = _socket ??= await LinkSocket.ConnectAsync(server, ct).ConfigureAwait(false);
            await socket.SendAllAsync(request.Head(server.Authority), ct).ConfigureAwait(false);
            await socket.SendAllAsync(request.Body, ct).ConfigureAwait(false);
            return await ReadAsync(socket, ct).ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            Drop();
            throw new IOException(e.Message, e);
        }
        catch
        {
            Drop();
            throw;
        }
    }

    /// <summary>Sends the head and the first half of the body and cuts the link.</summary>
    public async Task CutInsideAsync(CallRequest request, CancellationToken ct)
    {
        try
        {
            Socket socket = _socket ??= await LinkSocket.ConnectAsync(server, ct).ConfigureAwait(false);
            await socket.SendAllAsync(request.Head(server.Authority), ct).ConfigureAwait(false);
            await socket.SendAllAsync(request.Body[..(request.Body.Length / 2)], ct).ConfigureAwait(false);
        }
        catch (SocketException)
        {
            // Nobody there: then there is nothing to cut.
        }

        Drop();
    }

    public void Drop()
    {
        _socket?.Dispose();
        _socket = null;
        _length = 0;
    }

    public void Dispose() => Drop();

    private async Task<CallAnswer> ReadAsync(Socket socket, CancellationToken ct)
    {
        int head;
        while ((head = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            _ = await MoreAsync(socket, ct).ConfigureAwait(false) ? 0 : throw new IOException("the link ended before an answer");
        }

        string text = Encoding.Latin1.GetString(_buffer, 0, head + 2);
        int status = StatusOf(text);
        AnswerLength length = AnswerLength.Of(text[(text.IndexOf("\r\n", StringComparison.Ordinal) + 2)..], status);
        int end;
        while ((end = length.End(_buffer.AsSpan(0, _length), head + 4)) < 0)
        {
            if (!await MoreAsync(socket, ct).ConfigureAwait(false))
            {
                end = length.UntilEnd ? _length : throw new IOException("the link ended inside an answer");
                break;
            }
        }

        byte[] body = length.Chunked ? Joined(_buffer.AsSpan(head + 4, end - head - 4)) : _buffer[(head + 4)..end];
        _buffer.AsSpan(end, _length - end).CopyTo(_buffer);
        _length -= end;
        if (length.Closes)
        {
            Drop();
        }

        return new CallAnswer(status, Challenges(text), body);
    }

    private async Task<bool> MoreAsync(Socket socket, CancellationToken ct)
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _length < Most ? _length * 2 : throw new IOException("an answer of more than 4 MiB"));
        }

        int got = await socket.ReceiveAsync(_buffer.AsMemory(_length), SocketFlags.None, ct).ConfigureAwait(false);
        _length += got;
        return got > 0;
    }

    private static int StatusOf(string head) =>
        head.StartsWith("HTTP/1.", StringComparison.Ordinal) && head.Length > 12 && int.TryParse(head.AsSpan(9, 3), out int status)
            ? status
            : throw new IOException("not an HTTP answer");

    private static List<string> Challenges(string head) =>
    [
        .. head.Split("\r\n").Where(line => line.StartsWith("WWW-Authenticate:", StringComparison.OrdinalIgnoreCase)).Select(line => line[17..].Trim()),
    ];

    private static byte[] Joined(ReadOnlySpan<byte> chunks)
    {
        var body = new List<byte>();
        while (chunks.IndexOf("\r\n"u8) is var line and > 0)
        {
            int size = Convert.ToInt32(Encoding.ASCII.GetString(chunks[..line]), 16);
            if (size == 0)
            {
                break;
            }

            body.AddRange(chunks.Slice(line + 2, size));
            chunks = chunks[(line + 4 + size)..];
        }

        return [.. body];
    }
}
