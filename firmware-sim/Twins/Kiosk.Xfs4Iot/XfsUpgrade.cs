using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Sim.Http;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>The server's half of the opening handshake (RFC 6455 section 4.2), with the traps that were measured.</summary>
/// <param name="host">The only Host header that is answered.</param>
/// <param name="prefix">Path of the publisher without its last slash; its case counts.</param>
internal sealed class XfsUpgrade(string host, string prefix)
{
    private const string Magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /// <returns>404 for a foreign Host or path, 400 for a plain GET, else 101.</returns>
    public int Status(RequestHead head)
    {
        if (head.Headers.GetValueOrDefault("host") != host || ServiceOf(head) is null)
        {
            return 404;
        }

        bool upgrades = head.Method == "GET" && head.Headers.GetValueOrDefault("upgrade")?.Equals("websocket", StringComparison.OrdinalIgnoreCase) == true && head.Headers.ContainsKey("sec-websocket-key");
        return upgrades ? 101 : 400;
    }

    /// <returns>What stands behind the publisher's path, empty for the publisher itself; null when the path is another.</returns>
    public string? ServiceOf(RequestHead head)
    {
        string path = head.Target.Split('?')[0];
        return path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal) ? path[prefix.Length..].Trim('/') : null;
    }

    public static byte[] Answer(RequestHead head, int status)
    {
        if (status != 101)
        {
            return Encoding.ASCII.GetBytes(FormattableString.Invariant($"HTTP/1.1 {status} {(status == 404 ? "Not Found" : "Bad Request")}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        }

        // SHA-1 is what the standard asks for; nothing is kept secret by it.
#pragma warning disable CA5350
        string accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(head.Headers["sec-websocket-key"] + Magic)));
#pragma warning restore CA5350
        return Encoding.ASCII.GetBytes($"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n");
    }
}
