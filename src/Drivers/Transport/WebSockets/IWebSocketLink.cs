namespace EdgeGateway.Drivers.Transport.WebSockets;

/// <summary>One open link. Disposing it closes it; sending and receiving may go on at the same time, each by one caller.</summary>
public interface IWebSocketLink : IAsyncDisposable
{
    /// <summary>When anything came last, pings and pongs too, by the clock that nobody can set (<see cref="TimeProvider.GetTimestamp"/>).</summary>
    long LastHeard { get; }

    /// <summary>The next whole message, text or binary, at most the target's limit; valid until the next call. Longer ones are skipped to their end.</summary>
    /// <param name="ct">Ends the link, not only the wait: who is only impatient leaves the call under way and waits for it again.</param>
    /// <returns>Null when the link is over, with or without a closing handshake.</returns>
    /// <exception cref="Abstractions.DeviceFaultException"><c>Garbled</c>: what came is no frame; the link is over.</exception>
    ValueTask<WebSocketMessage?> NextAsync(CancellationToken ct);

    /// <summary>Sends one text message.</summary>
    /// <param name="utf8">The message.</param>
    /// <param name="ct">Ends the link: half a message on the wire would spoil all that follow.</param>
    /// <exception cref="IOException">The link is over.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct);
}

/// <param name="Bytes">The message; empty when it was too long.</param>
/// <param name="IsTooLong">True for one that was skipped.</param>
public readonly record struct WebSocketMessage(ReadOnlyMemory<byte> Bytes, bool IsTooLong = false);
