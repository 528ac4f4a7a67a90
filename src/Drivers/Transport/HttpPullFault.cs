using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Says in words for a technician why a device did not answer over HTTP.</summary>
internal static class HttpPullFault
{
    /// <returns>Null when the error is not about the device, such as being told to stop.</returns>
    public static DeviceFaultException? From(Exception error, HttpPullRequest request, CertificateCheck certificate, bool timedOut)
    {
        string at = $"{request.Url.Host}:{request.Url.Port}";
        return error switch
        {
            _ when timedOut => Fault(FaultKind.Unreachable, $"{at} gave no HTTP answer within {request.ConnectTimeout.TotalSeconds:0.#} s; check address, cable and port.", error),
            OperationCanceledException => null,
            _ when certificate.Rejected is { } seen => Fault(FaultKind.Misconfigured, $"{at} shows a certificate that is not trusted (SHA-256 {seen}); if that is the device, set certificateSha256 to this value.", error),
            HttpRequestException http => FromHttp(http, at),
            HttpIOException body => FromHttp(new HttpRequestException(body.HttpRequestError, body.Message, body), at),
            SocketException socket => FromHttp(new HttpRequestException(socket.Message, socket), at),
            IOException => Fault(FaultKind.Unreachable, $"{at} dropped the connection; check cable and power.", error),
            _ => null,
        };
    }

    private static DeviceFaultException FromHttp(HttpRequestException error, string at) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => Fault(FaultKind.Unreachable, $"The name in {at} is not known to DNS; check the host setting or write the IP address.", error),
        HttpRequestError.SecureConnectionError => Fault(FaultKind.Garbled, $"{at} answers, but not with TLS 1.2 or 1.3; check the port and the https setting.", error),
        HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError or HttpRequestError.ConfigurationLimitExceeded
            => Fault(FaultKind.Garbled, $"{at} answers, but not in HTTP; check the port.", error),
        HttpRequestError.ResponseEnded => Fault(FaultKind.Unreachable, $"{at} closed the connection without an answer; it may be restarting or out of free streams.", error),
        _ => Fault(FaultKind.Unreachable, Reason(error, at), error),
    };

    private static string Reason(HttpRequestException error, string at) => (error.GetBaseException() as SocketException)?.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => $"Nothing listens at {at}; check the port and that the device is up.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown => $"No route to {at}; check cable, switch and IP address.",
        SocketError.ConnectionReset or SocketError.NotConnected => $"{at} reset the connection; it may be restarting or out of free streams.",
        _ => $"{at} cannot be reached; check address, cable and port.",
    };

    private static DeviceFaultException Fault(FaultKind kind, string message, Exception inner) => new(kind, message, inner: inner);
}
