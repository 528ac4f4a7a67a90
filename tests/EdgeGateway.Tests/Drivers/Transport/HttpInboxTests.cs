using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport;

public sealed class HttpInboxTests
{
    private static readonly InboxHandler s_ok = (_, _) => ValueTask.FromResult(InboxAnswer.Ok);

    [Theory]
    [InlineData("/cam-1/t0ken", "")]
    [InlineData("/cam-1/t0ken/", "/")]
    [InlineData("/cam-1/t0ken/ISAPI/push?x=1", "/ISAPI/push")]
    [InlineData("/cam-1?token=t0ken", "")]
    [InlineData("/cam-1/any/path?a=b&token=t0%6Ben", "/any/path")]
    [InlineData("/cam-1/t0%6Ben/p", "/p")]
    public async Task Post_RightToken_ReachesTheHandlerWithItsOwnPath(string target, string path)
    {
        await using var rig = await InboxRig.StartAsync();
        string? seen = null;
        using var door = rig.Open("cam-1", (request, _) =>
        {
            seen = $"{request.Method} {request.Path} {request.ContentType} {Encoding.UTF8.GetString(request.Body.Span)}";
            return ValueTask.FromResult(new InboxAnswer(202, "taken"));
        });

        Assert.Equal(202, await rig.PostAsync(target, "<a/>"));
        Assert.Equal($"POST {path} application/xml; charset=\"UTF-8\" <a/>", seen);
        Assert.Equal(202, await rig.PostAsync(target, string.Empty, "PUT"));
        Assert.Equal($"PUT {path} application/xml; charset=\"UTF-8\" ", seen);
    }

    [Theory]
    [InlineData("/cam-2/t0ken", "POST", 404, ":unknown-device")]
    [InlineData("/", "POST", 404, ":unknown-device")]
    [InlineData("/cam-1/wrong", "POST", 401, "cam-1:wrong-token")]
    [InlineData("/cam-1", "POST", 401, "cam-1:wrong-token")]
    [InlineData("/cam-1/t0ken?token=wrong", "POST", 401, "cam-1:wrong-token")]
    [InlineData("/cam-1/t0ken", "GET", 405, "cam-1:method")]
    public async Task Request_NotForUs_IsRefusedAndCounted(string target, string method, int status, string counted)
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = rig.Open("cam-1", (_, _) => throw new InvalidOperationException("must not be asked"));

        Assert.Equal(status, await rig.PostAsync(target, "x", method));
        Assert.Equal([counted], rig.Refusals);
    }

    [Fact]
    public async Task Post_StoreRefused_Is503()
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = rig.Open("cam-1", (_, _) => throw new StoreRefusedException("disk full"));

        Assert.Equal(503, await rig.PostAsync("/cam-1/t0ken"));
        Assert.Equal(["cam-1:store-refused"], rig.Refusals);
    }

    [Fact]
    public async Task Post_HandlerBreaks_Is500AndTheServerLivesOn()
    {
        await using var rig = await InboxRig.StartAsync();
        int calls = 0;
        using var door = rig.Open("cam-1", (_, _) => calls++ == 0 ? throw new InvalidOperationException("bug") : ValueTask.FromResult(InboxAnswer.Ok));

        Assert.Equal(500, await rig.PostAsync("/cam-1/t0ken"));
        Assert.Equal(200, await rig.PostAsync("/cam-1/t0ken"));
        Assert.Equal(["cam-1:handler-failed"], rig.Refusals);
    }

    [Fact]
    public async Task Post_DriverAway_Is503UntilItIsBack()
    {
        await using var rig = await InboxRig.StartAsync();
        rig.Open("cam-1", s_ok).Dispose();

        Assert.Equal(503, await rig.PostAsync("/cam-1/t0ken"));
        Assert.Equal(401, await rig.PostAsync("/cam-1/wrong"));
        using var again = rig.Open("cam-1", s_ok);
        Assert.Equal(200, await rig.PostAsync("/cam-1/t0ken"));
    }

    [Fact]
    public async Task Post_DriverLeavesDuringTheRequest_Is503()
    {
        await using var rig = await InboxRig.StartAsync();
        var inside = new TaskCompletionSource();
        var door = rig.Open("cam-1", async (_, ct) =>
        {
            inside.SetResult();
            await Task.Delay(Timeout.Infinite, ct);
            return InboxAnswer.Ok;
        });

        var posting = rig.PostAsync("/cam-1/t0ken");
        await inside.Task;
        door.Dispose();

        Assert.Equal(503, await posting);
    }

    [Fact]
    public async Task Post_KeepAlive_TakesManyRequestsOnOneConnection()
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = rig.Open("cam-1", s_ok);
        using var peer = await rig.ConnectAsync();

        for (int i = 0; i < 5; i++)
        {
            await peer.SendAsync(InboxRig.Request("/cam-1/t0ken", "<a/>"));
            Assert.Equal(200, await peer.ReadStatusAsync());
        }
    }

    [Fact]
    public async Task Post_ConnectionClose_IsAnsweredThenClosed()
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = rig.Open("cam-1", s_ok);
        using var peer = await rig.ConnectAsync();

        await peer.SendAsync(InboxRig.Head("/cam-1/t0ken") + "Connection: close\r\nContent-Length: 1\r\n\r\nx");

        Assert.Equal(200, await peer.ReadStatusAsync());
        Assert.Equal(0, await peer.ReadStatusAsync());
    }

    [Fact]
    public async Task Post_ExpectContinue_IsToldToGoOn()
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = rig.Open("cam-1", s_ok);
        using var peer = await rig.ConnectAsync();

        await peer.SendAsync(InboxRig.Head("/cam-1/t0ken") + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 100", await peer.ReadHeadAsync(), StringComparison.Ordinal);
        await peer.SendAsync("x");

        Assert.Equal(200, await peer.ReadStatusAsync());
    }

    [Fact]
    public async Task Post_NotHttp_DoesNotDisturbTheNext()
    {
        await using var rig = await InboxRig.StartAsync();
        using var door = rig.Open("cam-1", s_ok);
        using (var peer = await rig.ConnectAsync())
        {
            await peer.SendAsync("\u0016\u0003\u0001\u0002garbage\r\n\r\n");
            await peer.ClosedAsync();
        }

        Assert.Equal(200, await rig.PostAsync("/cam-1/t0ken"));
    }
}
