using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

/// <summary>A camera by hand: its own HTTP, its own Digest, nothing of the product's codec.</summary>
internal sealed class CameraPeer(int port, string device = CameraPeer.Device, string user = CameraPeer.Device, string password = CameraPeer.Password)
{
    public const string Device = "34020000001320000007";
    public const string Password = "Kakou@2024";

    /// <summary>Another byte is another picture.</summary>
    public static string Upload(string plate, int serial = 1) => UploadOf(Vehicle(plate, serial));

    public static string UploadOf(params string[] vehicles) => "{\"MotorVehicleListObject\":{\"MotorVehicleObject\":[" + string.Join(',', vehicles) + "]}}";

    public static string Vehicle(string plate, int serial = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"MotorVehicleID\":\"{Id(serial)}\",\"InfoKind\":1,\"SourceID\":\"{Id(serial)[..41]}\",\"DeviceID\":\"{Device}\",\"HasPlate\":true,\"PlateColor\":\"5\",\"PlateNo\":\"{plate}\",\"PassTime\":\"20240624195235\",\"SubImageList\":{{\"SubImageInfoObject\":[{{\"ImageID\":\"{Id(serial)[..41]}\",\"Type\":\"01\",\"ShotTime\":\"20240624195235\",\"Data\":\"/9j/2Q==\"}}]}}}}");

    public static string Id(int serial) => string.Create(CultureInfo.InvariantCulture, $"{Device}0220240624195235{serial:00000}02{serial:00000}");

    /// <summary>Both requests of a Register on one connection.</summary>
    /// <param name="identify">User-Identify; null sends none.</param>
    /// <param name="body">Body; empty sends the right one.</param>
    public async Task<Answer> RegisterAsync(string? identify = null, string body = "")
    {
        body = body.Length > 0 ? body : $"{{\"RegisterObject\":{{\"DeviceID\":\"{device}\"}}}}";
        using var peer = await RawPeer.ConnectAsync(port);
        string[] extra = identify is null ? [] : [$"User-Identify: {identify}"];
        var first = await AskAsync(peer, "POST", "/VIID/System/Register", body, extra);
        return first.Status != 401 ? first : await AskAsync(peer, "POST", "/VIID/System/Register", body, [.. extra, Authorize(first, "POST", "/VIID/System/Register")]);
    }

    public Task<Answer> KeepaliveAsync() => PostAsync("/VIID/System/Keepalive", $"{{\"KeepaliveObject\":{{\"DeviceID\":\"{device}\"}}}}");

    public Task<Answer> PostAsync(string path, string body, string method = "POST") => SendAsync(method, path, body, [$"user-IDENTIFY: {device}"]);

    public async Task<Answer> SendAsync(string method, string path, string body, string[] headers, int pieces = 1)
    {
        using var peer = await RawPeer.ConnectAsync(port);
        return await AskAsync(peer, method, path, body, headers, pieces);
    }

    /// <summary>An Authorization header out of a challenge.</summary>
    public string Authorize(Answer challenge, string method, string uri, string nc = "00000001", bool qop = true)
    {
        string Hash(string text) => challenge.Head.Contains("SHA-256", StringComparison.Ordinal)
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(text))) : Convert.ToHexStringLower(MD5.HashData(Encoding.Latin1.GetBytes(text)));
        string nonce = challenge.Of("nonce");
        string tail = qop ? $":{nc}:c0ffee:auth:" : ":";
        string response = Hash(Hash($"{user}:{challenge.Of("realm")}:{password}") + ":" + nonce + tail + Hash($"{method}:{uri}"));
        string counted = qop ? $", qop=auth, nc={nc}, cnonce=\"c0ffee\"" : string.Empty;
        string algorithm = challenge.Head.Contains("SHA-256", StringComparison.Ordinal) ? ", algorithm=SHA-256" : string.Empty;
        return $"Authorization: Digest username=\"{user}\",realm=\"{challenge.Of("realm")}\",nonce=\"{nonce}\",uri=\"{uri}\",response=\"{response}\"{counted}{algorithm}, opaque=\"{challenge.Of("opaque")}";
    }

    private static async Task<Answer> AskAsync(RawPeer peer, string method, string path, string body, string[] headers, int pieces = 1)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        string more = string.Concat(headers.Select(header => header + "\r\n"));
        byte[] request = [.. Encoding.Latin1.GetBytes($"{method} {path} HTTP/1.1\r\nHost: gateway\r\nContent-Type: application/VIID+JSON;charset=utf-8\r\n{more}Content-Length: {bytes.Length}\r\n\r\n"), .. bytes];
        foreach (var piece in request.Chunk((request.Length + pieces - 1) / pieces))
        {
            await peer.SendAsync(piece);
        }

        return await Answer.ReadAsync(peer);
    }
}

/// <summary>What the gateway said.</summary>
internal sealed record Answer(int Status, string Head, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>Every code of a list, or the one of a single status.</summary>
    public IReadOnlyList<int> Codes => Json["ResponseStatusListObject"]?["ResponseStatusObject"] is JsonArray list
        ? [.. list.Select(status => status!["StatusCode"]!.GetValue<int>())]
        : (int[])[Json["ResponseStatusObject"]!["StatusCode"]!.GetValue<int>()];

    public string Of(string parameter) => Regex.Match(Head, $"(?i)[ ,]{parameter}=\"?([^\",\r]*)").Groups[1].Value;

    public static async Task<Answer> ReadAsync(RawPeer peer)
    {
        string head = await peer.ReadHeadAsync();
        if (head.Length == 0)
        {
            return new Answer(0, string.Empty, string.Empty);
        }

        int length = int.Parse(Regex.Match(head, "(?i)Content-Length: ([0-9]+)").Groups[1].Value, CultureInfo.InvariantCulture);
        return new Answer(int.Parse(head.Split(' ')[1], CultureInfo.InvariantCulture), head, Encoding.UTF8.GetString(await peer.ReadAsync(length)));
    }
}
