using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Http;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>Posts to the device inbox of the gateway.</summary>
/// <param name="target">Path with device and token included.</param>
/// <param name="patience">How long it waits for an answer.</param>
/// <param name="time">Clock.</param>
public sealed class PostingWire(Uri target, TimeSpan patience, TimeProvider time) : IApplicationWire
{
    private static readonly (string, string)[] s_headers = [("Content-Type", "application/x-ndjson; charset=utf-8")];

    private readonly CallLink _link = new(target);

    public async Task<ApplicationAnswer?> SayAsync(byte[] body, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            CallAnswer answer = await _link.CallAsync(Request(body), either.Token).ConfigureAwait(false);
            return new ApplicationAnswer(answer.Status, answer.Status == (int)HttpStatusCode.OK ? Refused(answer.Body) : new Dictionary<int, string>());
        }
        catch (Exception e) when (e is IOException or JsonException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            _link.Drop();
            return null;
        }
    }

    public Task CutInsideAsync(byte[] body, CancellationToken ct) => _link.CutInsideAsync(Request(body), ct);

    public Task ScrawlAsync(byte[] bytes, CancellationToken ct) => SayAsync(bytes, ct);

    public void Dispose() => _link.Dispose();

    private CallRequest Request(byte[] body) => new("POST", target.PathAndQuery, s_headers, body);

    private static Dictionary<int, string> Refused(byte[] body)
    {
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.TryGetProperty("refused", out JsonElement refused)
            ? refused.EnumerateArray().ToDictionary(static one => one.GetProperty("index").GetInt32(), static one => one.GetProperty("fault").GetString() ?? "")
            : [];
    }
}
