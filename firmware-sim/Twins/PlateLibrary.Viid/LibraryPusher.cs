using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Twins.PlateLibrary.Viid;

/// <summary>An upper library as client of the gateway: pushes what it looks for, with Digest where it is asked for.</summary>
/// <param name="gateway">The gateway's inbox.</param>
/// <param name="library">The library's own 20-digit code.</param>
/// <param name="user">Login at the gateway.</param>
/// <param name="password">Its password.</param>
public sealed class LibraryPusher(Uri gateway, string library, string user, string password) : IDisposable
{
    private const string Cnonce = "0a4f113b7c2d9e68";

    private readonly CallLink _link = new(gateway);

    /// <exception cref="IOException">No answer.</exception>
    public async Task<CallAnswer> SendAsync(string method, string target, byte[] body, CancellationToken ct)
    {
        CallAnswer answer = await _link.CallAsync(Request(method, target, body, null), ct).ConfigureAwait(false);
        string? asked = answer.Status == 401 ? DigestSpeech.Choose(answer.Challenges) : null;
        return asked is null || DigestSpeech.Answer(asked, method, target, user, password, Cnonce, AuthorizationForm.Right) is not { } authorization
            ? answer
            : await _link.CallAsync(Request(method, target, body, authorization), ct).ConfigureAwait(false);
    }

    public void Dispose() => _link.Dispose();

    private CallRequest Request(string method, string target, byte[] body, string? authorization) => new(
        method,
        target,
        [
            ("Content-Type", "application/VIID+JSON;charset=utf-8"),
            ("User-Identify", library),
            .. authorization is null ? (IEnumerable<(string, string)>)[] : [("Authorization", authorization)],
        ],
        body);
}
