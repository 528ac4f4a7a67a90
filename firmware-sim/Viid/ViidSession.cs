using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Viid;

/// <summary>
/// A device as GA/T 1400 client (plate-camera.md section 2.2): Register in two requests, then User-Identify on everything.
/// One request at a time.
/// </summary>
public sealed class ViidSession(ViidProfile profile, Uri server, string user, string password, ulong seed) : IDisposable
{
    private readonly CallLink _link = new(server);
    private SeededRandom _random = new(seed);

    public bool IsRegistered { get; private set; }

    /// <summary>Times it was registered, for tests.</summary>
    public int Registrations { get; private set; }

    /// <returns>True when the server took it: HTTP status first, then StatusCode (V4's trap).</returns>
    public async Task<bool> RegisterAsync(CancellationToken ct)
    {
        CallAnswer? answer = await WithDigestAsync("/VIID/System/Register", Device("RegisterObject"), ct).ConfigureAwait(false);
        IsRegistered = IsSuccess(answer);
        Registrations += IsRegistered ? 1 : 0;
        return IsRegistered;
    }

    /// <returns>False when the server wants another registration.</returns>
    public async Task<bool> KeepaliveAsync(CancellationToken ct)
    {
        CallAnswer? answer = await PostAsync("/VIID/System/Keepalive", Device("KeepaliveObject"), ct).ConfigureAwait(false);
        IsRegistered &= answer is null || IsSuccess(answer);
        return IsRegistered;
    }

    public async Task UnRegisterAsync(CancellationToken ct)
    {
        byte[] body = Device("UnRegisterObject");
        CallAnswer? answer = profile.Farewell == FarewellForm.Identify
            ? await PostAsync("/VIID/System/UnRegister", body, ct).ConfigureAwait(false)
            : await WithDigestAsync("/VIID/System/UnRegister", body, ct).ConfigureAwait(false);
        IsRegistered &= !IsSuccess(answer);
    }

    /// <returns>LocalTime of the server as it writes it, or null.</returns>
    public async Task<string?> TimeAsync(CancellationToken ct)
    {
        CallAnswer? answer = await SendAsync(new CallRequest("GET", "/VIID/System/Time", Headers(null, body: false), default), ct).ConfigureAwait(false);
        if (answer is not { Status: 200 })
        {
            return null;
        }

        using JsonDocument document = JsonDocument.Parse(answer.Body);
        return document.RootElement.TryGetProperty("SystemTimeObject", out JsonElement time) && time.TryGetProperty("LocalTime", out JsonElement local) ? local.ToString() : null;
    }

    /// <returns>The answer; null when none came in time.</returns>
    public Task<CallAnswer?> PostAsync(string target, byte[] body, CancellationToken ct) =>
        SendAsync(new CallRequest("POST", target, Headers(null, body: true), body), ct);

    /// <summary>The server does not know us any more.</summary>
    public void Forget() => IsRegistered = false;

    public Task CutInsideAsync(string target, byte[] body, CancellationToken ct) =>
        _link.CutInsideAsync(new CallRequest("POST", target, Headers(null, body: true), body), ct);

    public void Drop() => _link.Drop();

    public void Dispose() => _link.Dispose();

    private static bool IsSuccess(CallAnswer? answer) => answer is { Status: 200 } && ViidStatuses.Read(answer.Body).Single is null or 0;

    /// <summary>Asks, is challenged, answers; once more only when the server calls its own nonce stale.</summary>
    private async Task<CallAnswer?> WithDigestAsync(string target, byte[] body, CancellationToken ct)
    {
        CallAnswer? answer = await SendAsync(new CallRequest("POST", target, Headers(null, body: true), body), ct).ConfigureAwait(false);
        for (int challenge = 1; challenge <= 2 && answer is { Status: 401 }; challenge++)
        {
            string uri = profile.Authorization == AuthorizationForm.AbsoluteUri ? new Uri(server, target).AbsoluteUri : target;
            if (DigestSpeech.Choose(answer.Challenges) is not { } asked || (challenge > 1 && !DigestSpeech.IsStale(asked))
                || DigestSpeech.Answer(asked, "POST", uri, user, password, Cnonce(), profile.Authorization) is not { } authorization)
            {
                break;
            }

            answer = await SendAsync(new CallRequest("POST", target, Headers(authorization, body: true), body), ct).ConfigureAwait(false);
        }

        return answer;
    }

    private async Task<CallAnswer?> SendAsync(CallRequest request, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(profile.AnswerTimeout);
        try
        {
            return await _link.CallAsync(request, limit.Token).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private List<(string Name, string Value)> Headers(string? authorization, bool body)
    {
        var headers = new List<(string, string)>();
        if (body && profile.MediaType.Length > 0)
        {
            headers.Add(("Content-Type", profile.MediaType));
        }

        headers.Add(("User-Identify", profile.DeviceId));
        if (authorization is not null)
        {
            headers.Add(("Authorization", authorization));
        }

        return headers;
    }

    private byte[] Device(string root) => Encoding.UTF8.GetBytes($"{{\"{root}\":{{\"DeviceID\":\"{profile.DeviceId}\"}}}}");

    private string Cnonce() => _random.Next().ToString("x16", CultureInfo.InvariantCulture);
}
