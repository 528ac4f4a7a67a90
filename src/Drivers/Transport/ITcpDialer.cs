namespace EdgeGateway.Drivers.Transport;

/// <summary>Opens TCP links, protected when asked for.</summary>
public interface ITcpDialer
{
    /// <param name="host">Name or address.</param>
    /// <param name="port">1 to 65535.</param>
    /// <param name="tls">Null: no TLS.</param>
    /// <param name="ct">The caller's patience; there is no time-out of its own.</param>
    /// <returns>A stream that sends at once (no Nagle delay); disposing it closes the link.</returns>
    /// <exception cref="IOException">Nobody answers, TLS failed or a certificate file is no good; the message is for a technician.</exception>
    Task<Stream> DialAsync(string host, int port, TlsSettings? tls, CancellationToken ct);
}
