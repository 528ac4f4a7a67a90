namespace EdgeGateway.Drivers.Transport.WebSockets;

/// <summary>One open link. Disposing it closes it; sending and receiving may go on at the same time, each by one caller.</summary>
public interface IWebSocketLink : IAsyncDisposable
{
    /// <summary>When anything came last, pings and pongs too, by the clock that nobody can set (<see cref="TimeProvider.GetTimestamp"/>).</summary>
    long LastHeard { get; }

    /// <summary>The next whole message, text or binary, at most the target's limit; valid until the next call. Longer ones are skipped to their end.</summary>
    /// <returns>Null when the link is over, with or without a closing handshake.</returns>
    ValueTask<WebSocketMessage?> NextAsync(CancellationToken ct);

    /// <summary>Sends one text message.</summary>
    /// <exception cref="IOException">The link is over.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> utf8, CancellationToken ct);
}

/// <param name="Bytes">The message; empty when it was too long.</param>
/// <param name="IsTooLong">True for one that was skipped.</param>
public readonly record struct WebSocketMessage(ReadOnlyMemory<byte> Bytes, bool IsTooLong = false);
