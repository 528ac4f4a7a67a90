using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>HTTP by hand, for the peers of VIID tests.</summary>
internal static class ViidHttp
{
    public static string Answer(int status, string body, string headers = "") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\n{headers}Content-Type: application/VIID+JSON\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    public static async Task<byte[]> BodyAsync(RawPeer peer, string head, CancellationToken ct = default)
    {
        string length = Regex.Match(head, "(?i)\r\nContent-Length: *(\\d+)").Groups[1].Value;
        return length.Length == 0 ? [] : await peer.ReadAsync(int.Parse(length, CultureInfo.InvariantCulture), ct);
    }
}
