using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>A path that a protocol fixes: who is asked, what a stranger may cost, and that device doors do not notice.</summary>
public sealed class InboxRootTests
{
    private const int StrangersMost = 64 * 1024;

    private static readonly InboxRoot s_root = new()
    {
        Name = "PROTO",
        IdentityOf = head => head["X-Who"],
        IdentityInBody = (_, body) => body.IsEmpty ? null : Encoding.Latin1.GetString(body.Span[..1]),
        IsForAnybody = head => head.Path.EndsWith("/time", StringComparison.Ordinal),
        Unknown = _ => new InboxAnswer(404, "who?"),
    };

    private static readonly InboxHandler s_ok = (_, _) => ValueTask.FromResult(InboxAnswer.Ok);

    [Theory]
    [InlineData("POST", "/PROTO/a/b?x=%31", "/PROTO/a/b", "?x=%31")]
    [InlineData("PUT", "/proto/a%20b", "/proto/a b", "")]
    [InlineData("GET", "/PROTO", "/PROTO", "")]
    [InlineData("DELETE", "/Proto/x?IDList=1", "/Proto/x", "?IDList=1")]
    [InlineData("POST", "http://192.0.2.1:9/PROTO/a", "/PROTO/a", "")]
    public async Task Request_OfAnIdentity_HasItsHeadAsReceived(string method, string target, string path, string query)
    {
        await using var rig = await InboxRig.StartAsync();
        object? seen = null;
        using var door = Open(rig, "cam-1", "1", head =>
        {
            Assert.Null(head["absent"]);
            seen = (head.Method, head.Target, head.Path, head.Query, head["x-byte"], head.From!.MapToIPv4().ToString());
            return InboxAdmission.Trust(s_ok);
        });

        Assert.Equal(200, await SendAsync(rig, method, target, "x-WHO: 1\r\nX-Byte: \xE9\r\n"));
        Assert.Equal((method, target, path, query, "\xE9", "127.0.0.1"), seen);
    }

    [Theory]
    [InlineData("X-Who: 2\r\n", "1")]
    [InlineData("", "2")]
    public async Task Request_UnknownIdentity_IsAnsweredAndCounted(string header, string body)
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = Open(rig, "cam-1", "1", _ => throw new InvalidOperationException("must not be asked"));

        Assert.Equal(404, await SendAsync(rig, "POST", "/PROTO/x", header, body));
        Assert.Equal([":unknown-device"], rig.Refusals);
    }

    [Fact]
    public async Task Request_IdentityInItsBody_ReachesTheHandlerWithTheBody()
    {
        await using var rig = await InboxRig.StartAsync();
        string? seen = null;
        using var door = Open(rig, "cam-1", "1", _ => InboxAdmission.Trust((request, _) =>
        {
            seen = Encoding.Latin1.GetString(request.Body.Span);
            return ValueTask.FromResult(InboxAnswer.Ok);
        }));

        Assert.Equal(200, await SendAsync(rig, "POST", "/PROTO/x", "", "1 is me"));
        Assert.Equal("1 is me", seen);
    }

    [Fact]
    public async Task Request_ForAnybody_IsAnsweredByWhoIsOpen()
    {
        await using var rig = await InboxRig.StartAsync();
        Open(rig, "cam-0", "0", _ => InboxAdmission.Tell(new InboxAnswer(500)), _ => new InboxAnswer(500)).Dispose();
        using var silent = Open(rig, "cam-1", "1", _ => InboxAdmission.Tell(new InboxAnswer(500)));
        Assert.Equal(404, await SendAsync(rig, "GET", "/PROTO/time"));

        using var door = Open(rig, "cam-2", "2", _ => InboxAdmission.Tell(new InboxAnswer(500)), head => head.Path == "/PROTO/time" ? new InboxAnswer(203, "noon") : new InboxAnswer(401));

        Assert.Equal(203, await SendAsync(rig, "GET", "/PROTO/time"));
        Assert.Equal(401, await SendAsync(rig, "POST", "/PROTO/x"));
        Assert.Equal([":no-identity", ":no-identity"], rig.Refusals);
    }

    [Fact]
    public async Task Request_DriverAway_Is503UntilItIsBack()
    {
        await using var rig = await InboxRig.StartAsync();
        Open(rig, "cam-1", "1", _ => InboxAdmission.Trust(s_ok)).Dispose();

        Assert.Equal(503, await SendAsync(rig, "POST", "/PROTO/x", "X-Who: 1\r\n"));
        Assert.Equal(["cam-1:not-ready"], rig.Refusals);
        using var again = Open(rig, "cam-1", "1", _ => InboxAdmission.Trust(s_ok));
        Assert.Equal(200, await SendAsync(rig, "POST", "/PROTO/x", "X-Who: 1\r\n"));
    }

    [Fact]
    public async Task Request_DriverBreaks_Is500AndTheServerLivesOn()
    {
        await using var rig = await InboxRig.StartAsync();
        using var inHead = Open(rig, "cam-1", "1", _ => throw new InvalidOperationException("bug"));
        using var inBody = Open(rig, "cam-2", "2", _ => InboxAdmission.Hear((_, _) => throw new InvalidOperationException("bug")));
        using var refuses = Open(rig, "cam-3", "3", _ => InboxAdmission.Trust((_, _) => throw new StoreRefusedException("full")));

        Assert.Equal(500, await SendAsync(rig, "POST", "/PROTO/x", "X-Who: 1\r\n"));
        Assert.Equal(500, await SendAsync(rig, "POST", "/PROTO/x", "X-Who: 2\r\n"));
        Assert.Equal(503, await SendAsync(rig, "POST", "/PROTO/x", "X-Who: 3\r\n"));
        Assert.Equal(["cam-1:handler-failed", "cam-2:handler-failed", "cam-3:store-refused"], rig.Refusals);
    }

    [Theory]
    [InlineData("X-Who: 1\r\n", StrangersMost, 200)]
    [InlineData("X-Who: 1\r\n", StrangersMost + 1, 413)]
    [InlineData("X-Who: 2\r\n", StrangersMost + 1, 200)]
    [InlineData("", StrangersMost + 1, 413)]
    public async Task Post_LargeBody_IsForWhoHasProvedWhoItIs(string header, int length, int status)
    {
        await using var rig = await InboxRig.StartAsync();
        using var unproved = Open(rig, "cam-1", "1", _ => InboxAdmission.Hear(s_ok));
        using var proved = Open(rig, "cam-2", "2", _ => InboxAdmission.Trust(s_ok));

        Assert.Equal(status, await SendAsync(rig, "POST", "/PROTO/x", header, new string('1', length)));
    }

    [Fact]
    public async Task Post_ToldByItsHead_IsAnsweredBeforeTheBodyIsThere()
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = Open(rig, "cam-1", "1", _ => InboxAdmission.Tell(new InboxAnswer(401, "first") { Headers = [new("WWW-Authenticate", "A"), new("WWW-Authenticate", "B")] }));
        using var peer = await rig.ConnectAsync();

        await peer.SendAsync("POST /PROTO/x HTTP/1.1\r\nHost: gateway\r\nX-Who: 1\r\nContent-Length: 30000000\r\n\r\n");
        string head = await peer.ReadHeadAsync();

        Assert.StartsWith("HTTP/1.1 401", head, StringComparison.Ordinal);
        Assert.Contains("WWW-Authenticate: A\r\nWWW-Authenticate: B\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nDate: ", head, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_StrangersFillTheirPart_OthersDoNotWait()
    {
        var time = new FakeTimeProvider();
        await using var rig = await InboxRig.StartAsync(null, time);
        using var root = Open(rig, "cam-1", "1", _ => InboxAdmission.Trust(s_ok));
        using var door = rig.Open("cam-9", s_ok);
        var strangers = new List<RawPeer>();
        for (int i = 0; i < 17; i++)
        {
            var stranger = await rig.ConnectAsync();
            await stranger.SendAsync("POST /PROTO/x HTTP/1.1\r\nHost: gateway\r\nContent-Length: 60000\r\n\r\nhalf");
            strangers.Add(stranger);

            // Sixteen bodies that do not come, and one, the last, that has no turn.
            await Eventually.TrueAsync(() => time.Timers == strangers.Count, "it waits");
        }

        Assert.Equal(200, await SendAsync(rig, "POST", "/PROTO/x", "X-Who: 1\r\n", new string('1', 1_000_000)));
        Assert.Equal(200, await rig.PostAsync("/cam-9/t0ken"));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(503, await strangers[16].ReadStatusAsync());
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(408, await strangers[0].ReadStatusAsync());
        strangers.ForEach(stranger => stranger.Dispose());
    }

    [Fact]
    public async Task Open_IdentityOfAnotherDevice_IsMisconfigured()
    {
        await using var rig = await InboxRig.StartAsync();
        var first = Open(rig, "cam-1", "1", _ => InboxAdmission.Trust(s_ok));

        Assert.Throws<DeviceFaultException>(() => Open(rig, "cam-2", "1", _ => InboxAdmission.Trust(s_ok)));
        using var again = Open(rig, "cam-1", "1", _ => InboxAdmission.Trust(s_ok));
        again.Dispose();
        using var other = Open(rig, "cam-2", "1", _ => InboxAdmission.Trust(s_ok));
    }

    [Theory]
    [InlineData("GET", 200)]
    [InlineData("DELETE", 200)]
    [InlineData("POST", 405)]
    public async Task Request_DoorThatNamesItsMethods_TakesThose(string method, int status)
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = rig.Inbox.Open("cam-1", new Secret("t0ken"), s_ok, ["GET", "DELETE"]);

        Assert.Equal(status, await rig.PostAsync("/cam-1/t0ken", "x", method));
    }

    [Fact]
    public async Task Request_NoRootIsOpen_IsAnUnknownDevice()
    {
        await using var rig = await InboxRig.StartAsync();

        Assert.Equal(404, await rig.PostAsync("/PROTO/x"));
    }

    private static IDisposable Open(InboxRig rig, string device, string identity, Func<InboxHead, InboxAdmission> admit, Func<InboxHead, InboxAnswer?>? anonymous = null) =>
        rig.Inbox.OpenRoot(new InboxClaim { Device = device, Root = s_root, Identity = identity, Admit = admit, Anonymous = anonymous });

    private static async Task<int> SendAsync(InboxRig rig, string method, string target, string headers = "", string body = "")
    {
        using var peer = await rig.ConnectAsync();
        await peer.SendAsync($"{method} {target} HTTP/1.1\r\nHost: gateway\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}");
        return await peer.ReadStatusAsync();
    }
}
