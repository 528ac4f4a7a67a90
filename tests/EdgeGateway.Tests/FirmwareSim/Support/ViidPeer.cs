using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>
/// A GA/T 1400 server by hand on a bare socket: Digest judged by <see cref="HttpDigestJudge"/>, uploads kept as they came,
/// answers as told. It knows nothing of the twin's or the product's codec.
/// </summary>
internal sealed partial class ViidPeer : IAsyncDisposable
{
    public const string Challenge = "Digest realm=\"viid\", nonce=\"dGVzdC1ub25jZS0wMQ==\", opaque=\"op\", qop=\"auth\", algorithm=MD5";

    private readonly ScriptedDevice _server;

    public ViidPeer() => _server = new ScriptedDevice(PlayAsync);

    /// <summary>Every request as <c>METHOD target</c>, with <c>+auth</c> when it carried Authorization.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Head and body of every request that is no session request.</summary>
    public ConcurrentQueue<(string Head, byte[] Body)> Uploads { get; } = new();

    /// <summary>For the uploads in turn: status of each object by its place, or an HTTP status above 99, or nothing for a cut; then 0 for ever.</summary>
    public ConcurrentQueue<int[]> Answers { get; } = new();

    public string Password { get; init; } = "Kakou@2024";

    public string User { get; init; } = "34020000001320000007";

    public Uri Url => new($"http://127.0.0.1:{_server.Port}");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <returns>The 48- or 49-character ids of a body in their order.</returns>
    public static string[] Ids(byte[] body) => [.. Id().Matches(Encoding.UTF8.GetString(body)).Select(match => match.Groups[1].Value)];

    public static string Status(IEnumerable<(string Id, int Code)> statuses) =>
        "{\"ResponseStatusListObject\":{\"ResponseStatusObject\":[" +
        string.Join(',', statuses.Select(one => $"{{\"Id\":\"{one.Id}\",\"RequestURL\":\"/VIID/MotorVehicles\",\"StatusCode\":{one.Code},\"StatusString\":\"\",\"LocalTime\":\"20240624195236\"}}")) + "]}}";

    private async Task PlayAsync(RawPeer peer, CancellationToken ct)
    {
        for (string head = await peer.ReadHeadAsync(ct); head.Length > 0; head = await peer.ReadHeadAsync(ct))
        {
            byte[] body = await ViidHttp.BodyAsync(peer, head, ct);
            string target = head.Split(' ')[1];
            bool authorised = head.Contains("\r\nAuthorization:", StringComparison.Ordinal);
            Requests.Enqueue($"{head.Split(' ')[0]} {target}{(authorised ? " +auth" : "")}");
            if (target.StartsWith("/VIID/System/", StringComparison.Ordinal))
            {
                await peer.SendAsync(Session(head, target), ct);
                continue;
            }

            Uploads.Enqueue((head, body));
            if (Upload(body) is not { } answer)
            {
                return;
            }

            await peer.SendAsync(answer, ct);
        }
    }

    private string Session(string head, string target) => target switch
    {
        "/VIID/System/Time" => ViidHttp.Answer(200, "{\"SystemTimeObject\":{\"VIIDServerID\":\"\",\"TimeMode\":\"0\",\"LocalTime\":\"20240624195236\",\"TimeZone\":null}}"),
        "/VIID/System/Keepalive" => ViidHttp.Answer(200, "{\"ResponseStatusObject\":{\"Id\":\"x\",\"StatusCode\":0}}"),
        _ when HttpDigestJudge.Accepts(head, Challenge, User, Password) => ViidHttp.Answer(200, "{\"ResponseStatusObject\":{\"Id\":\"x\",\"StatusCode\":\"0\"}}"),
        _ => ViidHttp.Answer(401, "{}", $"WWW-Authenticate: {Challenge}\r\n"),
    };

    private string? Upload(byte[] body)
    {
        int[] codes = Answers.TryDequeue(out int[]? next) ? next : [0];
        return codes switch
        {
            [] => null,
            [> 99 and var http] => ViidHttp.Answer(http, "{}"),
            _ => ViidHttp.Answer(200, Status(Ids(body).Select((id, i) => (id, i < codes.Length ? codes[i] : 0)))),
        };
    }

    [GeneratedRegex("\"(?:MotorVehicleID|motorvehicleid)\":\"([^\"]*)\"")]
    private static partial Regex Id();
}
