using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>Reads one HTTP answer: status, and its body only to find where it ends (length, chunks, or end of link).</summary>
public sealed class AnswerReader
{
    private const int MostText = 4096;

    private byte[] _buffer = new byte[4096];
    private int _length;

    /// <summary>True when the server ends the link after this answer.</summary>
    public bool Closes { get; private set; }

    /// <summary>Body of the last answer, chunks included as sent; only the first 4 KB.</summary>
    public string Text { get; private set; } = "";

    public void Reset() => _length = 0;

    /// <exception cref="IOException">The link ended, or what came is not HTTP.</exception>
    public async ValueTask<int> ReadAsync(Socket socket, CancellationToken ct)
    {
        int head;
        while ((head = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await MoreAsync(socket, ct).ConfigureAwait(false);
        }

        (int status, AnswerLength length) = Head(_buffer.AsSpan(0, head + 2));
        Closes = length.Closes;
        int end;
        while ((end = length.End(_buffer.AsSpan(0, _length), head + 4)) < 0)
        {
            if (!await TryMoreAsync(socket, ct).ConfigureAwait(false))
            {
                end = length.UntilEnd ? _length : throw new IOException("the link ended inside an answer");
                break;
            }
        }

        Text = Encoding.UTF8.GetString(_buffer.AsSpan(head + 4, Math.Min(end - head - 4, MostText)));
        _buffer.AsSpan(end, _length - end).CopyTo(_buffer);
        _length -= end;
        return status;
    }

    private static (int Status, AnswerLength Length) Head(ReadOnlySpan<byte> head)
    {
        int line = head.IndexOf("\r\n"u8);
        if (!head.StartsWith("HTTP/1."u8) || line < 12 || !Utf8Parser.TryParse(head[9..12], out int status, out _))
        {
            throw new IOException("not an HTTP answer");
        }

        return (status, AnswerLength.Of(Encoding.ASCII.GetString(head[(line + 2)..]), status));
    }

    private async ValueTask MoreAsync(Socket socket, CancellationToken ct)
    {
        if (!await TryMoreAsync(socket, ct).ConfigureAwait(false))
        {
            throw new IOException("the link ended before an answer");
        }
    }

    private async ValueTask<bool> TryMoreAsync(Socket socket, CancellationToken ct)
    {
        if (_length == _buffer.Length)
        {
            if (_length >= 1 << 20)
            {
                throw new IOException("an answer of more than 1 MiB");
            }

            Array.Resize(ref _buffer, _length * 2);
        }

        int got = await socket.ReceiveAsync(_buffer.AsMemory(_length), SocketFlags.None, ct).ConfigureAwait(false);
        _length += got;
        return got > 0;
    }
}
