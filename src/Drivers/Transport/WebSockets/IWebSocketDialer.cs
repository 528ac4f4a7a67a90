namespace EdgeGateway.Drivers.Transport.WebSockets;

/// <summary>Opens WebSocket links (RFC 6455) to devices that serve them.</summary>
public interface IWebSocketDialer
{
    /// <param name="target">Where to.</param>
    /// <param name="ct">The caller's patience; there is no time-out of its own.</param>
    /// <exception cref="Abstractions.DeviceFaultException"><c>Unreachable</c>: nobody there, or TLS failed. <c>Refused</c>: 401 or 403.
    /// <c>Unsupported</c>: what answers is no WebSocket of this path; the status is in the message.</exception>
    Task<IWebSocketLink> DialAsync(WebSocketTarget target, CancellationToken ct);
}

/// <param name="Host">Name or address to connect to.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Path">With its leading slash, as it goes on the wire.</param>
/// <param name="HostHeader">What is sent as Host, for servers that compare it; null: host and port.</param>
/// <param name="Tls">Null: ws; else wss.</param>
/// <param name="MostBytes">Longest message taken.</param>
public sealed record WebSocketTarget(string Host, int Port, string Path, string? HostHeader = null, TlsSettings? Tls = null, int MostBytes = 1024 * 1024);
