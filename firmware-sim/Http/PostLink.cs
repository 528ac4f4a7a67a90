using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>
/// One camera's connection to the inbox: plain HTTP/1.1 on a socket, because the twin must be able to send exactly the
/// bytes it wants, and cheaply. Not safe for two posts at a time.
/// </summary>
public sealed class PostLink(Uri target) : IDisposable
{
    private readonly List<ArraySegment<byte>> _gather = [];
    private readonly AnswerReader _answer = new();
    private Socket? _socket;

    /// <summary>Body of the last answer.</summary>
    public string AnswerText => _answer.Text;

    /// <returns>The request head for a body of this length.</returns>
    public byte[] Head(string contentType, int length, bool close) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST {target.PathAndQuery} HTTP/1.1\r\nHost: {target.Authority}\r\nContent-Type: {contentType}\r\nContent-Length: {length}\r\nConnection: {(close ? "close" : "keep-alive")}\r\n\r\n"));

    /// <summary>Sends one request and waits for its answer; connects first when there is no link.</summary>
    /// <returns>The HTTP status.</returns>
    /// <exception cref="IOException">The link broke before the answer was complete; the next call connects anew.</exception>
    public async ValueTask<int> PostAsync(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        try
        {
            Socket socket = _socket ??= await LinkSocket.ConnectAsync(target, ct).ConfigureAwait(false);
            await SendAsync(socket, head, body, ct).ConfigureAwait(false);
            int status = await _answer.ReadAsync(socket, ct).ConfigureAwait(false);
            if (_answer.Closes)
            {
                Drop();
            }

            return status;
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

    /// <summary>Sends these bytes and cuts the link without waiting for an answer.</summary>
    public async ValueTask CutAfterAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            Socket socket = _socket ??= await LinkSocket.ConnectAsync(target, ct).ConfigureAwait(false);
            await SendAsync(socket, bytes, default, ct).ConfigureAwait(false);
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
        _answer.Reset();
    }

    public void Dispose() => Drop();

    private async ValueTask SendAsync(Socket socket, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body, CancellationToken ct)
    {
        if (body.IsEmpty)
        {
            await socket.SendAllAsync(head, ct).ConfigureAwait(false);
            return;
        }

        _gather.Clear();
        _gather.Add(Segment(head));
        _gather.Add(Segment(body));
        int sent = await socket.SendAsync(_gather, SocketFlags.None).WaitAsync(ct).ConfigureAwait(false);
        if (sent < head.Length)
        {
            await socket.SendAllAsync(head[sent..], ct).ConfigureAwait(false);
            sent = head.Length;
        }

        await socket.SendAllAsync(body[(sent - head.Length)..], ct).ConfigureAwait(false);
    }

    private static ArraySegment<byte> Segment(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> segment) ? segment : new(bytes.ToArray());
}
