using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>A library as client of our inbox, by hand on a bare socket: nothing of the twin's or the product's codec or Digest.</summary>
internal sealed class LibraryPeer(int inboxPort, string user, string password)
{
    public string? From { get; init; } = LibraryWords.Library;

    /// <returns>HTTP status and text of the last answer; a challenge is answered once.</returns>
    public async Task<(int Status, string Body)> SendAsync(string method, string target, string body, bool digest = true)
    {
        using var peer = await RawPeer.ConnectAsync(inboxPort);
        var (head, text) = await AskAsync(peer, Request(method, target, body, null));
        string challenge = Regex.Match(head, "(?i)\r\nWWW-Authenticate: *(Digest [^\r]*)").Groups[1].Value;
        if (digest && head.StartsWith("HTTP/1.1 401", StringComparison.Ordinal) && challenge.Length > 0)
        {
            (head, text) = await AskAsync(peer, Request(method, target, body, Answer(challenge, method, target)));
        }

        return (int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture), text);
    }

    public Task<(int Status, string Body)> RegisterAsync() =>
        SendAsync("POST", "/VIID/System/Register", $"{{\"RegisterObject\":{{\"DeviceID\":\"{From}\"}}}}");

    public string Request(string method, string target, string body, string? authorization) => string.Create(
        CultureInfo.InvariantCulture,
        $"{method} {target} HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/VIID+JSON\r\n{(From is null ? "" : $"User-Identify: {From}\r\n")}{(authorization is null ? "" : $"Authorization: {authorization}\r\n")}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private static async Task<(string Head, string Body)> AskAsync(RawPeer peer, string request)
    {
        await peer.SendAsync(Encoding.UTF8.GetBytes(request));
        string head = await peer.ReadHeadAsync();
        return (head, Encoding.UTF8.GetString(await ViidHttp.BodyAsync(peer, head)));
    }

    private string Answer(string challenge, string method, string target)
    {
        string Of(string name) => Regex.Match(challenge, $"{name}=\"([^\"]*)\"").Groups[1].Value;
        string ha1 = Hash($"{user}:{Of("realm")}:{password}");
        string response = Hash($"{ha1}:{Of("nonce")}:00000001:0a4f113b:auth:{Hash($"{method}:{target}")}");
        return $"Digest username=\"{user}\", realm=\"{Of("realm")}\", nonce=\"{Of("nonce")}\", uri=\"{target}\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", response=\"{response}\", opaque=\"{Of("opaque")}\"";
    }

    private static string Hash(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
