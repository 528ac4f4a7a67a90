using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport;

public sealed class HttpPullerTests
{
    private const string Path = "/ISAPI/Event/notification/alertStream";
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=--boundary\r\nConnection: close\r\n\r\nhello";

    [Theory]
    [InlineData("Digest realm=\"DS\", nonce=\"n1\", qop=\"auth\", opaque=\"o\", algorithm=MD5")]
    [InlineData("Digest realm=\"DS\",nonce=\"n1\"")]
    [InlineData("Digest realm=\"DS\", nonce=\"n1\", qop=\"auth\", algorithm=SHA-256")]
    [InlineData("Digest realm=\"DS\", nonce=\"n1\", qop=\"auth\", algorithm=MD5-sess")]
    [InlineData("Digest realm=\"DS\",\r\n nonce=\"n1\",\r\n qop=\"auth\"")]
    [InlineData("DIGEST realm=DS, nonce=n1, qop=auth, opaque=\"never closed")]
    [InlineData("Digest realm=\"D\u00c3\u00a9\u00b0\u00cb\", nonce=\"n1\", qop=\"auth\"")]
    [InlineData("Digest realm=\"DS\", nonce=\"n1\", qop=\"auth\"\r\nWWW-Authenticate: Basic realm=\"DS\"")]
    public async Task Open_AnyDigestChallenge_IsAnsweredOnTheSameConnection(string challenge)
    {
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await RefuseAsync(peer, challenge, ct);
            string second = await peer.ReadHeadAsync(ct);
            await peer.SendAsync(HttpDigestJudge.Accepts(second, challenge, "admin", "Pass-1234") ? Ok : "HTTP/1.1 401 no\r\nContent-Length: 0\r\n\r\n", ct);
        });

        using var answer = await OpenAsync(device.Port);

        Assert.Equal(200, answer.Status);
        Assert.Equal("multipart/mixed; boundary=--boundary", answer.ContentType);
        Assert.Equal("hello", await new StreamReader(answer.Body).ReadToEndAsync());
        Assert.Equal(1, device.Connections);
    }

    [Fact]
    public async Task Open_OneShotNonces_AsksForAFreshChallengeEveryTime()
    {
        int count = 0;
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            string challenge = $"Digest realm=\"DS\", nonce=\"n{Interlocked.Increment(ref count)}\", qop=\"auth\"";
            string first = await RefuseAsync(peer, challenge, ct);
            Assert.DoesNotContain("Authorization", first, StringComparison.OrdinalIgnoreCase);
            Assert.True(HttpDigestJudge.Accepts(await peer.ReadHeadAsync(ct), challenge, "admin", "Pass-1234"));
            await peer.SendAsync(Ok, ct);
        });

        for (int round = 0; round < 3; round++)
        {
            using var answer = await OpenAsync(device.Port);
            Assert.Equal(200, answer.Status);
        }

        Assert.Equal(3, count);
    }

    [Fact]
    public async Task Open_StaleNonce_TriesOnceMoreWithTheNewOne()
    {
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await RefuseAsync(peer, "Digest realm=\"DS\", nonce=\"n1\", qop=\"auth\"", ct);
            string fresh = "Digest realm=\"DS\", nonce=\"n2\", qop=\"auth\", stale=TRUE";
            await RefuseAsync(peer, fresh, ct);
            Assert.True(HttpDigestJudge.Accepts(await peer.ReadHeadAsync(ct), fresh, "admin", "Pass-1234"));
            await peer.SendAsync(Ok, ct);
        });

        using var answer = await OpenAsync(device.Port);

        Assert.Equal(200, answer.Status);
    }

    [Fact]
    public async Task Open_WrongPassword_IsTriedOnceOnly()
    {
        int requests = 0;
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            while ((await RefuseAsync(peer, "Digest realm=\"DS\", nonce=\"n1\", qop=\"auth\"", ct)).Length > 0)
            {
                Interlocked.Increment(ref requests);
            }
        });

        using (var answer = await OpenAsync(device.Port))
        {
            Assert.Equal(401, answer.Status);
        }

        Assert.Equal(2, requests);
    }

    [Theory]
    [InlineData("Basic realm=\"DS\"", "Basic YWRtaW46UGFzcy0xMjM0")]
    [InlineData("Digest realm=\"DS\", nonce=\"n\", algorithm=MD5\r\nWWW-Authenticate: Digest realm=\"DS\", nonce=\"n\", algorithm=SHA-256", "algorithm=SHA-256")]
    public async Task Open_SeveralSchemes_TakesTheBestOffered(string challenge, string expected)
    {
        string? second = null;
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await RefuseAsync(peer, challenge, ct);
            second = await peer.ReadHeadAsync(ct);
            await peer.SendAsync(Ok, ct);
        });

        using var answer = await OpenAsync(device.Port);

        Assert.Contains(expected, second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_DeviceClosesAfterTheChallenge_AnswersOnANewConnection()
    {
        const string challenge = "Digest realm=\"DS\", nonce=\"n1\", qop=\"auth\"";
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            string head = await peer.ReadHeadAsync(ct);
            await peer.SendAsync(
                head.Contains("Authorization", StringComparison.Ordinal)
                    ? Ok
                    : $"HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nWWW-Authenticate: {challenge}\r\n\r\n<html>no</html>",
                ct);
        });

        using var answer = await OpenAsync(device.Port);

        Assert.Equal((200, 2), (answer.Status, device.Connections));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Open_AnyOtherStatus_IsHandedBack(int status)
    {
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync($"HTTP/1.1 {status} x\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n", ct);
        });

        using var answer = await OpenAsync(device.Port);

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Open_NobodyThere_IsUnreachable()
    {
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => OpenAsync(ScriptedDevice.DeadPort()));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
        Assert.Contains("Nothing listens", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSH-2.0-dropbear\r\n\r\n", FaultKind.Garbled)]
    [InlineData("", FaultKind.Unreachable)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty", FaultKind.Unreachable)]
    public async Task Open_NotAnHttpAnswer_SaysSo(string answer, FaultKind expected)
    {
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await peer.SendAsync(answer, ct);
        });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => OpenAsync(device.Port));

        Assert.Equal(expected, fault.Kind);
    }

    [Fact]
    public async Task Open_ConnectionReset_IsUnreachable()
    {
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            peer.Reset();
        });

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => OpenAsync(device.Port));

        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    /// <summary>The system may forget the peer between its greeting and our first word; what is thrown then comes bare out of the socket.</summary>
    [Fact]
    public async Task Open_ConnectionResetAtAnyMoment_IsAlwaysADevicesFault()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var resetting = ResetAllAsync(listener, stop.Token);

        for (int round = 0; round < 300; round++)
        {
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => OpenAsync(((IPEndPoint)listener.LocalEndpoint).Port));
            Assert.Equal(FaultKind.Unreachable, fault.Kind);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => resetting);
    }

    [Fact]
    public async Task Open_DeviceSaysNothing_IsUnreachableAfterTheTimeout()
    {
        var time = new FakeTimeProvider();
        bool asked = false;
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            asked = true;
            await peer.ClosedAsync(ct);
        });

        var opening = OpenAsync(device.Port, time);
        await Eventually.TrueAsync(() => asked, "the request arrives");
        Assert.False(opening.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(11));

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => opening);
        Assert.Equal(FaultKind.Unreachable, fault.Kind);
        Assert.Contains("10 s", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_Cancelled_ThrowsCancelled()
    {
        using var cancel = new CancellationTokenSource();
        await using var device = new ScriptedDevice(async (peer, ct) =>
        {
            await peer.ReadHeadAsync(ct);
            await cancel.CancelAsync();
            await peer.ClosedAsync(ct);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OpenAsync(device.Port, ct: cancel.Token));
    }

    [Fact]
    public async Task Open_HttpsToAPlainPort_IsGarbled()
    {
        await using var device = new ScriptedDevice(async (peer, ct) => await peer.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n", ct));

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => OpenAsync(device.Port, scheme: "https"));

        Assert.Equal(FaultKind.Garbled, fault.Kind);
    }

    private static async Task<string> RefuseAsync(RawPeer peer, string challenge, CancellationToken ct)
    {
        const string text = "<html>401 Unauthorized</html>";
        string head = await peer.ReadHeadAsync(ct);
        await peer.SendAsync($"HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: {challenge}\r\nContent-Length: {text.Length}\r\n\r\n{text}", ct);
        return head;
    }

    private static async Task<HttpPullResponse> OpenAsync(int port, TimeProvider? time = null, string scheme = "http", CancellationToken ct = default) =>
        await new HttpPuller(time ?? TimeProvider.System).OpenAsync(
            new HttpPullRequest(new Uri($"{scheme}://127.0.0.1:{port}{Path}"), "admin", new Secret("Pass-1234"), TimeSpan.FromSeconds(10)), ct);

    private static async Task ResetAllAsync(TcpListener listener, CancellationToken ct)
    {
        while (true)
        {
            using var socket = await listener.AcceptSocketAsync(ct);
            socket.LingerState = new LingerOption(true, 0);
        }
    }
}
