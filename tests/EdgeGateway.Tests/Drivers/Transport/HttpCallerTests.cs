using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>Questions with a body to a server on a bare socket; its Digest is judged by hand.</summary>
public sealed class HttpCallerTests
{
    private const string Challenge = "Digest realm=\"viid\", nonce=\"n1\", opaque=\"op\", qop=\"auth\"";

    [Theory]
    [InlineData(Challenge)]
    [InlineData("Digest realm=\"viid\", nonce=\"n1\"")]
    [InlineData("Digest realm=\"viid\", nonce=\"n1\", qop=\"auth\", algorithm=SHA-256")]
    public async Task Call_Challenged_AsksAgainWithTheSameBodyAndHeaders(string challenge)
    {
        var heads = new List<string>();
        var bodies = new List<string>();
        await using var server = new ScriptedDevice(async (peer, ct) =>
        {
            for (string head = await peer.ReadHeadAsync(ct); head.Length > 0; head = await peer.ReadHeadAsync(ct))
            {
                heads.Add(head);
                bodies.Add(Encoding.UTF8.GetString(await ViidHttp.BodyAsync(peer, head, ct)));
                bool right = HttpDigestJudge.Accepts(head, challenge, "gw", "Kakou@2024");
                await peer.SendAsync(right ? ViidHttp.Answer(200, "{\"a\":1}") : ViidHttp.Answer(401, "no", $"WWW-Authenticate: {challenge}\r\n"), ct);
            }
        });

        var answer = await CallAsync(server.Port, "Kakou@2024");

        Assert.Equal(200, answer.Status);
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(answer.Body.Span));
        Assert.Equal(["{\"b\":2}", "{\"b\":2}"], bodies);
        Assert.Equal(1, server.Connections);
        Assert.DoesNotContain("Authorization", heads[0], StringComparison.Ordinal);
        Assert.All(heads, head => Assert.Contains("\r\nUser-Identify: 34020000005030000001\r\n", head, StringComparison.Ordinal));
        Assert.All(heads, head => Assert.Contains("\r\nContent-Type: application/VIID+JSON;charset=utf-8\r\n", head, StringComparison.Ordinal));
        Assert.All(heads, head => Assert.StartsWith("PUT /VIID/Subscribes?x=1 HTTP/1.1\r\n", head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_WrongPassword_GivesThe401AfterTwoQuestions()
    {
        int asked = 0;
        await using var server = Answering(() => (401, "no", $"WWW-Authenticate: {Challenge}\r\n"), () => asked++);

        Assert.Equal(401, (await CallAsync(server.Port, "wrong")).Status);
        Assert.Equal(2, asked);
    }

    [Fact]
    public async Task Call_StaleNonce_AsksOnceMore()
    {
        int asked = 0;
        await using var server = Answering(() => (asked < 3 ? 401 : 200, "x", $"WWW-Authenticate: Digest realm=\"viid\", nonce=\"n{asked}\", qop=\"auth\", stale=TRUE\r\n"), () => asked++);

        Assert.Equal(200, (await CallAsync(server.Port, "Kakou@2024")).Status);
        Assert.Equal(3, asked);
    }

    [Fact]
    public async Task Call_WithoutUser_AnswersNoChallenge()
    {
        int asked = 0;
        await using var server = Answering(() => (401, "no", $"WWW-Authenticate: {Challenge}\r\n"), () => asked++);
        var request = Request(server.Port) with { User = null };

        Assert.Equal(401, (await new HttpCaller(TimeProvider.System).CallAsync(request, CancellationToken.None)).Status);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task Call_NobodyThere_IsUnreachable()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => CallAsync(ScriptedDevice.DeadPort(), "x"));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Call_NoAnswerInTime_IsUnreachable()
    {
        await using var server = new ScriptedDevice((peer, ct) => peer.ClosedAsync(ct));
        var request = Request(server.Port) with { Timeout = TimeSpan.FromMilliseconds(100) };

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => new HttpCaller(TimeProvider.System).CallAsync(request, CancellationToken.None));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Call_Cancelled_IsCancelled()
    {
        await using var server = new ScriptedDevice((peer, ct) => peer.ClosedAsync(ct));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new HttpCaller(TimeProvider.System).CallAsync(Request(server.Port), stop.Token));
    }

    [Fact]
    public async Task Call_EndlessAnswer_IsGarbledAndGivenUp()
    {
        await using var server = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", ct);
            // Without an end of its own: a server that closes with the body unread resets the link, and then that is what is noticed.
            while (true)
            {
                await peer.SendAsync(new byte[1024], ct);
            }
        });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => CallAsync(server.Port, "x"));

        Assert.Equal(FaultKind.Garbled, fault.Kind);
    }

    private static ScriptedDevice Answering(Func<(int Status, string Body, string Headers)> answer, Action asked) => new(async (peer, ct) =>
    {
        for (string head = await peer.ReadHeadAsync(ct); head.Length > 0; head = await peer.ReadHeadAsync(ct))
        {
            await ViidHttp.BodyAsync(peer, head, ct);
            asked();
            var (status, body, headers) = answer();
            await peer.SendAsync(ViidHttp.Answer(status, body, headers), ct);
        }
    });

    private static HttpCallRequest Request(int port) => new("PUT", new Uri($"http://127.0.0.1:{port}/VIID/Subscribes?x=1"))
    {
        Headers = [("User-Identify", "34020000005030000001")],
        ContentType = "application/VIID+JSON;charset=utf-8",
        Body = "{\"b\":2}"u8.ToArray(),
        User = "gw",
    };

    private static Task<HttpCallAnswer> CallAsync(int port, string password) =>
        new HttpCaller(TimeProvider.System).CallAsync(Request(port) with { Password = new Secret(password) }, CancellationToken.None);
}
