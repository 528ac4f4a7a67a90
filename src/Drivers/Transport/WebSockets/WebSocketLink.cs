using System.Net.WebSockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.WebSockets;

/// <summary>One WebSocket of .NET, read message by message into memory that grows with what comes and only to the limit.</summary>
internal sealed class WebSocketLink(ClientWebSocket socket, HttpMessageInvoker http, HeardStream heard, int mostBytes, TimeProvider time) : IWebSocketLink
{
    private const int SmallBuffer = 4 * 1024;

    /// <summary>A larger one is given back behind its message: a hundred links rest most of the time.</summary>
    private const int KeptBuffer = 64 * 1024;

    private static readonly TimeSpan s_goodbye = TimeSpan.FromSeconds(1);
    private byte[] _buffer = new byte[SmallBuffer];

    public long LastHeard => heard.LastHeard;

    public async ValueTask<WebSocketMessage?> NextAsync(CancellationToken ct)
    {
        try
        {
            return await ReadAsync(ct).ConfigureAwait(false);
        }
        catch (WebSocketException error) when (error.WebSocketErrorCode is WebSocketError.Faulted or WebSocketError.HeaderError or WebSocketError.InvalidMessageType)
        {
            throw new DeviceFaultException(FaultKind.Garbled, "What came is no frame of a WebSocket; the link must begin anew.", inner: error);
        }
        catch (Exception error) when (IsOver(error))
        {
            // Many servers drop TCP without a word (kiosk.md section 1.1): an end like any other.
            ct.ThrowIfCancellationRequested();
            return null;
        }
    }

    public async ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct)
    {
        try
        {
            await socket.SendAsync(utf8, WebSocketMessageType.Text, endOfMessage: true, ct).ConfigureAwait(false);
        }
        catch (Exception error) when (IsOver(error))
        {
            ct.ThrowIfCancellationRequested();
            throw new IOException($"the link is over: {error.Message}", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await GoodbyeAsync().ConfigureAwait(false);
        socket.Dispose();
        http.Dispose();
        await heard.DisposeAsync().ConfigureAwait(false);
    }

    private static bool IsOver(Exception error) => error is WebSocketException or IOException or InvalidOperationException or OperationCanceledException;

    private async ValueTask<WebSocketMessage?> ReadAsync(CancellationToken ct)
    {
        _buffer = _buffer.Length > KeptBuffer ? new byte[SmallBuffer] : _buffer;
        int length = 0;
        while (true)
        {
            bool tooLong = length > mostBytes;
            var part = await socket.ReceiveAsync(_buffer.AsMemory(tooLong ? 0 : length), ct).ConfigureAwait(false);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                await GoodbyeAsync().ConfigureAwait(false);
                return null;
            }

            length = tooLong ? length : length + part.Count;
            if (part.EndOfMessage)
            {
                return length > mostBytes ? new WebSocketMessage(default, IsTooLong: true) : new WebSocketMessage(_buffer.AsMemory(0, length));
            }

            Grow(length);
        }
    }

    /// <summary>To one byte more than the limit, by which a longer message is known.</summary>
    private void Grow(int length)
    {
        if (length == _buffer.Length && length <= mostBytes)
        {
            Array.Resize(ref _buffer, (int)Math.Min(2L * length, mostBytes + 1L));
        }
    }

    private async ValueTask GoodbyeAsync()
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var limit = new CancellationTokenSource(s_goodbye, time);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, limit.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (IsOver(error))
        {
            // It was gone already.
        }
    }
}
