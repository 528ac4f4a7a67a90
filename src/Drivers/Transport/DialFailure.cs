using System.Net.Sockets;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Why a link could not be opened, in words that name the next step.</summary>
internal static class DialFailure
{
    public static string Sentence(SocketException e, string host, int port) => e.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => $"{host} is there but nothing listens on port {port}: is the service running, is the port right?",
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => $"the name {host} is not known here: check the name and the DNS server",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown =>
            $"no way to {host}: check the cable, the address and the gateway of this machine",
        SocketError.TimedOut => $"{host}:{port} does not answer: check power, cable and firewall",
        _ => $"no link to {host}:{port}: {e.Message}",
    };

    /// <summary>The innermost message: the outer ones of TLS only say to look inside.</summary>
    public static string Deepest(Exception e) => e.InnerException is { } inner ? Deepest(inner) : e.Message;
}
