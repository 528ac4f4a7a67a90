using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

/// <summary>The life of a session: section 2.2.</summary>
public sealed class ViidSessionTests
{
    private static readonly FakeSink s_sink = new();

    [Fact]
    public async Task Register_TwoRequests_LetsTheCameraIn()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        var first = await site.Camera.SendAsync("POST", "/VIID/System/Register", "{}", ["User-Identify: " + CameraPeer.Device]);

        Assert.Equal((401, "viid", "auth"), (first.Status, first.Of("realm"), first.Of("qop")));
        Assert.Contains("\r\nDate: ", first.Head, StringComparison.Ordinal);
        var registered = await site.Camera.RegisterAsync();
        Assert.Equal((200, "20240624195236"), (registered.Status, registered.Json["ResponseStatusObject"]!["LocalTime"]!.GetValue<string>()));
        Assert.Equal([0], registered.Codes);
        Assert.Equal(200, (await site.Camera.KeepaliveAsync()).Status);
        Assert.Equal([0], (await site.Camera.PostAsync("/VIID/MotorVehicles", CameraPeer.Upload("苏A3HK57"))).Codes);
    }

    [Theory]
    [InlineData("admin", null)]
    [InlineData("admin", CameraPeer.Device)]
    [InlineData(CameraPeer.Device, null)]
    public async Task Register_AnyUserAndHeader_IsFoundByWhatItSays(string user, string? identify)
    {
        await using var site = await ViidSite.StartAsync(s_sink, options => options with { Login = options.Login with { User = user } });
        var camera = new CameraPeer(site.Inbox.Inbox.Port, user: user);

        Assert.Equal(200, (await camera.RegisterAsync(identify)).Status);
    }

    [Theory]
    [InlineData("wrong", CameraPeer.Device, 401)]
    [InlineData(CameraPeer.Password, "admin", 401)]
    public async Task Register_WrongCredentials_Is401AndCounted(string password, string user, int status)
    {
        await using var site = await ViidSite.StartAsync(s_sink);

        Assert.Equal(status, (await new CameraPeer(site.Inbox.Inbox.Port, user: user, password: password).RegisterAsync(CameraPeer.Device)).Status);
        Assert.Contains((FaultKind.Refused, "credentials-rejected"), site.Host.Faults);
        Assert.Equal(401, (await site.Camera.KeepaliveAsync()).Status);
    }

    [Fact]
    public async Task Request_UnknownIdentity_Is404WithAStatusAndCounted()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        var stranger = new CameraPeer(site.Inbox.Inbox.Port, "34020000001320000099");
        var answer = await stranger.RegisterAsync();

        Assert.Equal(404, answer.Status);
        Assert.NotEqual([0], answer.Codes);
        Assert.Equal([":unknown-device"], site.Inbox.Refusals);
    }

    /// <summary>What a client sends that knows Digest and not VIID: an empty request first, its name only with the proof.</summary>
    [Fact]
    public async Task Register_NameOnlyAfterTheChallenge_LetsTheCameraIn()
    {
        await using var site = await ViidSite.StartAsync(s_sink, options => options with { Login = options.Login with { Realm = "other" } });
        var challenge = await site.Camera.SendAsync("POST", "/VIID/System/Register", string.Empty, []);
        string md5 = challenge.Head.Replace("SHA-256", "another", StringComparison.Ordinal);

        Assert.Equal((401, "viid"), (challenge.Status, challenge.Of("realm")));
        Assert.Equal(200, (await site.Camera.SendAsync("POST", "/VIID/System/Register", "{}", [site.Camera.Authorize(challenge with { Head = md5 }, "POST", "/VIID/System/Register")])).Status);
    }

    /// <summary>The address of a registered camera is not enough to be it.</summary>
    [Fact]
    public async Task Post_NoIdentityFromARegisteredAddress_IsNotTheCamera()
    {
        var sink = new FakeSink();
        await using var site = await ViidSite.StartAsync(sink);
        await site.Camera.RegisterAsync();

        Assert.Equal(401, (await site.Camera.SendAsync("POST", "/VIID/MotorVehicles", CameraPeer.Upload("苏A3HK57"), [])).Status);
        Assert.Empty(sink.Entered);
    }

    [Theory]
    [InlineData("/VIID/System/Keepalive")]
    [InlineData("/VIID/System/UnRegister")]
    [InlineData("/VIID/MotorVehicles")]
    [InlineData("/VIID/Faces")]
    public async Task Request_Unregistered_Is401WithAChallengeAndNothingIsEmitted(string path)
    {
        var sink = new FakeSink();
        await using var site = await ViidSite.StartAsync(sink);
        var answer = await site.Camera.PostAsync(path, CameraPeer.Upload("苏A3HK57"));

        Assert.Equal(401, answer.Status);
        Assert.NotEmpty(answer.Of("nonce"));
        Assert.Empty(sink.Entered);
    }

    [Fact]
    public async Task Keepalive_ThreeMissed_EndsInSilence()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        await site.Camera.RegisterAsync();
        await PassAsync(site, 269);
        Assert.Equal(200, (await site.Camera.KeepaliveAsync()).Status);
        await PassAsync(site, 269);
        Assert.False(site.Running.IsCompleted);
        await PassAsync(site, 3);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => site.Running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Silent, fault.Kind);
        Assert.Equal(503, (await site.Camera.KeepaliveAsync()).Status);
    }

    [Fact]
    public async Task UnRegister_ThenNothing_EndsTheConversation()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        await site.Camera.RegisterAsync();

        Assert.Equal(200, (await site.Camera.PostAsync("/VIID/System/UnRegister", "{\"UnRegisterObject\":{}}")).Status);
        Assert.Equal(401, (await site.Camera.KeepaliveAsync()).Status);
        await PassAsync(site, 7);
        await site.Running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task UnRegister_ThenRegister_GoesOn()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        await site.Camera.RegisterAsync();
        await site.Camera.PostAsync("/VIID/System/UnRegister", string.Empty);
        await site.Camera.RegisterAsync();
        await PassAsync(site, 20);

        Assert.False(site.Running.IsCompleted);
        Assert.Equal(200, (await site.Camera.KeepaliveAsync()).Status);
    }

    [Fact]
    public async Task Register_ReplayedProof_IsStale()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        var challenge = await site.Camera.SendAsync("POST", "/VIID/System/Register", "{}", ["User-Identify: " + CameraPeer.Device]);
        string first = site.Camera.Authorize(challenge, "POST", "/VIID/System/Register");
        string second = site.Camera.Authorize(challenge, "POST", "/VIID/System/Register", "00000002");

        Assert.Equal(200, (await RegisterAsync(site, first)).Status);
        var replay = await RegisterAsync(site, first);
        Assert.Equal((401, "true"), (replay.Status, replay.Of("stale")));
        Assert.Equal(200, (await RegisterAsync(site, second)).Status);
        Assert.Equal(401, (await RegisterAsync(site, first)).Status);
        await PassAsync(site, 31);
        Assert.Equal(401, (await RegisterAsync(site, site.Camera.Authorize(challenge, "POST", "/VIID/System/Register", "00000009"))).Status);
    }

    [Fact]
    public async Task Register_WithoutQop_IsGoodOnce()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        var challenge = await site.Camera.SendAsync("POST", "/VIID/System/Register", "{}", ["User-Identify: " + CameraPeer.Device]);
        string proof = site.Camera.Authorize(challenge, "POST", "/VIID/System/Register", qop: false);

        Assert.Equal(200, (await RegisterAsync(site, proof)).Status);
        Assert.Equal(401, (await RegisterAsync(site, proof)).Status);
    }

    /// <summary>DG3 on the wire: the absolute URL is signed, and sent or not.</summary>
    [Theory]
    [InlineData("/VIID/System/Register", "http://192.0.2.10:8120/VIID/System/Register", 200)]
    [InlineData("http://192.0.2.10:8120/VIID/System/Register", "http://192.0.2.10:8120/VIID/System/Register", 200)]
    [InlineData("/VIID/System/Register", "http://192.0.2.10:8120/VIID/System/Keepalive", 401)]
    [InlineData("/VIID/System/Register", "/VIID/System/Keepalive", 401)]
    public async Task Register_SignedUri_IsHashedAsReceivedAndMustBeThePath(string target, string signed, int status)
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        var challenge = await site.Camera.SendAsync("POST", target, "{}", ["User-Identify: " + CameraPeer.Device]);
        string proof = site.Camera.Authorize(challenge, "POST", signed);

        Assert.Equal(status, (await site.Camera.SendAsync("POST", target, "{}", ["User-Identify: " + CameraPeer.Device, proof])).Status);
    }

    [Fact]
    public async Task Register_Sha256_IsOfferedAndTaken()
    {
        await using var site = await ViidSite.StartAsync(s_sink, options => options with { Login = options.Login with { Digest = ViidDigest.Sha256 } });
        var challenge = await site.Camera.SendAsync("POST", "/VIID/System/Register", "{}", ["User-Identify: " + CameraPeer.Device]);

        Assert.Equal("SHA-256", challenge.Of("algorithm"));
        Assert.Equal(200, (await RegisterAsync(site, site.Camera.Authorize(challenge, "POST", "/VIID/System/Register"))).Status);
    }

    [Fact]
    public async Task Register_EmptyPassword_OnlyWhenTheOperatorSaysSo()
    {
        await using var strict = await ViidSite.StartAsync(s_sink);
        await using var open = await ViidSite.StartAsync(s_sink, options => options with { Login = options.Login with { Password = null } });

        Assert.Equal(401, (await new CameraPeer(strict.Inbox.Inbox.Port, password: "").RegisterAsync()).Status);
        Assert.Equal(200, (await new CameraPeer(open.Inbox.Inbox.Port, password: "").RegisterAsync()).Status);
        Assert.Equal(401, (await new CameraPeer(open.Inbox.Inbox.Port, password: "other").RegisterAsync()).Status);
    }

    [Fact]
    public async Task Time_AnybodyAsks_IsOurTime()
    {
        await using var site = await ViidSite.StartAsync(s_sink, options => options with { ServerId = "34020000005030000001" });
        var answer = await site.Camera.SendAsync("GET", "/VIID/System/Time", string.Empty, []);

        Assert.Equal(200, answer.Status);
        Assert.Equal("20240624195236", answer.Json["SystemTimeObject"]!["LocalTime"]!.GetValue<string>());
        Assert.Equal("34020000005030000001", answer.Json["SystemTimeObject"]!["VIIDServerID"]!.GetValue<string>());
    }

    [Fact]
    public async Task Keepalive_WithALocalTime_TellsTheClock()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        await site.Camera.RegisterAsync();
        await site.Camera.PostAsync("/VIID/System/Keepalive", $"{{\"KeepaliveObject\":{{\"DeviceID\":\"{CameraPeer.Device}\",\"LocalTime\":\"20240624195239\"}}}}");

        Assert.Equal((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(1)), Assert.Single(site.Host.Clocks));
    }

    [Fact]
    public async Task Register_BodyOfAnotherDevice_IsRefused()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        var answer = await site.Camera.RegisterAsync(CameraPeer.Device, "{\"RegisterObject\":{\"DeviceID\":\"34020000001320000099\"}}");

        Assert.Equal(400, answer.Status);
        Assert.Contains((FaultKind.Garbled, "device-id-differs"), site.Host.Faults);
    }

    [Fact]
    public async Task Open_SameIdentityTwice_IsMisconfigured()
    {
        await using var site = await ViidSite.StartAsync(s_sink);
        var other = new ViidCameraDriver(site.Host.Context with { Device = "cam-2" }, ViidRig.Options());

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => other.RunAsync(s_sink, CancellationToken.None));
        Assert.Equal(FaultKind.Misconfigured, fault.Kind);
    }

    private static Task<Answer> RegisterAsync(ViidSite site, string proof) =>
        site.Camera.SendAsync("POST", "/VIID/System/Register", "{}", ["User-Identify: " + CameraPeer.Device, proof]);

    // Second by second, as the driver looks; each look must be set before the clock moves on.
    private static async Task PassAsync(ViidSite site, int seconds)
    {
        for (int i = 0; i < seconds; i++)
        {
            await Eventually.TrueAsync(() => site.Time.Timers > 0 || site.Running.IsCompleted, "the driver looks");
            site.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }
}
