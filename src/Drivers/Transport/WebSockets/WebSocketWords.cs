using System.Net.WebSockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.WebSockets;

/// <summary>How a target is written, and why it could not be opened.</summary>
internal static class WebSocketWords
{
    private const int LongestPath = 1024;
    private const int LongestHost = 255;
    private const int Unauthorized = 401;
    private const int Forbidden = 403;

    /// <summary>The path goes out as it is: some servers compare it letter by letter. Which address it belongs to stands in the Host header.</summary>
    /// <exception cref="DeviceFaultException"><c>Unsupported</c>: path or Host header hold what must not stand there.</exception>
    public static Uri Url(WebSocketTarget target)
    {
        var verbatim = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        return IsPath(target.Path) && IsHost(target.HostHeader) && Uri.TryCreate($"ws://device{target.Path}", in verbatim, out var url)
            ? url
            : throw new DeviceFaultException(FaultKind.Unsupported, $"The path or the Host header for {target.Host}:{target.Port} holds letters that no address has, or is too long.");
    }

    public static string HostHeader(WebSocketTarget target)
    {
        string host = target.Host.Contains(':', StringComparison.Ordinal) ? $"[{target.Host}]" : target.Host;
        return target.Port == (target.Tls is null ? 80 : 443) ? host : $"{host}:{target.Port}";
    }

    /// <param name="error">What was caught.</param>
    /// <param name="target">Where to.</param>
    /// <param name="status">Status of the answer, 0 when there was none.</param>
    /// <returns>Null: that is a mistake of ours.</returns>
    public static DeviceFaultException? Fault(Exception error, WebSocketTarget target, int status) => error switch
    {
        WebSocketException when status is Unauthorized or Forbidden =>
            new(FaultKind.Refused, $"{target.Host}:{target.Port} wants somebody to log in for {target.Path}, status {status}.", inner: error),
        WebSocketException when status > 0 =>
            new(FaultKind.Unsupported, $"What answers at {target.Host}:{target.Port}{target.Path} is no WebSocket, status {status}: are port, path and Host header right?", inner: error),
        WebSocketException when IsNoHttp(error.InnerException) =>
            new(FaultKind.Unsupported, $"What answers at {target.Host}:{target.Port} is no web server: is the port right?", inner: error),
        WebSocketException or IOException or ObjectDisposedException or OperationCanceledException =>
            new(FaultKind.Unreachable, $"{target.Host}:{target.Port} took the connection and ended it: {DialFailure.Deepest(error)}", inner: error),
        _ => null,
    };

    private static bool IsNoHttp(Exception? error) =>
        error is HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded };

    private static bool IsPath(string path) =>
        path.Length is > 0 and <= LongestPath && path[0] == '/' && path.All(letter => letter is > ' ' and < '\x7f' and not '#');

    private static bool IsHost(string? host) =>
        host is null || (host.Length is > 0 and <= LongestHost && host.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or ':' or '[' or ']'));
}
