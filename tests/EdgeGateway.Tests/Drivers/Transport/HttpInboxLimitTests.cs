using System.Globalization;
using System.Security.Cryptography;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>What one sender may cost.</summary>
public sealed class HttpInboxLimitTests
{
    private const int Max = 256 * 1024;

    private static readonly InboxHandler s_ok = (_, _) => ValueTask.FromResult(InboxAnswer.Ok);
    private static readonly HttpInboxOptions s_small = new() { MaxBodyBytes = Max, MemoryBytes = 2 * Max };

    [Theory]
    [InlineData(Max, 200)]
    [InlineData(Max + 1, 413)]
    public async Task Post_AnnouncedLength_IsHeldAgainstTheLimit(int length, int status)
    {
        await using var rig = await InboxRig.StartAsync(s_small);
        using var door = rig.Open("cam-1", s_ok);

        Assert.Equal(status, await rig.PostAsync("/cam-1/t0ken", new string('x', length)));
        Assert.Equal(status == 413 ? ["cam-1:too-large"] : [], rig.Refusals);
        Assert.Equal(200, await rig.PostAsync("/cam-1/t0ken"));
    }

    [Theory]
    [InlineData(Max, 200)]
    [InlineData(Max + 1, 413)]
    public async Task Post_ChunkedWithoutLength_IsHeldAgainstTheLimit(int length, int status)
    {
        await using var rig = await InboxRig.StartAsync(s_small);
        int received = -1;
        using var door = rig.Open("cam-1", (request, _) =>
        {
            received = request.Body.Length;
            return ValueTask.FromResult(InboxAnswer.Ok);
        });
        using var peer = await rig.ConnectAsync();

        await SendChunkedAsync(peer, length);

        Assert.Equal(status, await peer.ReadStatusAsync());
        Assert.Equal(status == 200 ? length : -1, received);
        Assert.Equal(status == 413 ? ["cam-1:too-large"] : [], rig.Refusals);
    }

    [Fact]
    public async Task Post_ManyChunkedAtOnce_AllArriveUnaltered()
    {
        await using var rig = await InboxRig.StartAsync(s_small);
        using var door = rig.Open("cam-1", (request, _) => ValueTask.FromResult(
            new InboxAnswer(request.Body.Length == Max && request.Body.Span.IndexOfAnyExcept((byte)'x') < 0 ? 200 : 400)));

        await Task.WhenAll(Enumerable.Range(0, 24).Select(async _ =>
        {
            using var peer = await rig.ConnectAsync();
            await SendChunkedAsync(peer, Max);
            Assert.Equal(200, await peer.ReadStatusAsync());
        }));
    }

    [Fact]
    public async Task Post_BodyNeverEnds_Is408AfterTheTimeLimit()
    {
        var time = new FakeTimeProvider();
        await using var rig = await InboxRig.StartAsync(s_small, time);
        using var door = rig.Open("cam-1", s_ok);
        using var peer = await rig.ConnectAsync();

        await peer.SendAsync(InboxRig.Head("/cam-1/t0ken") + "Content-Length: 10\r\n\r\nhalf");
        await Eventually.TrueAsync(() => time.Timers == 1, "the body is waited for");
        time.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(408, await peer.ReadStatusAsync());
        Assert.Equal(["cam-1:too-slow"], rig.Refusals);
        Assert.Equal(200, await rig.PostAsync("/cam-1/t0ken"));
    }

    [Fact]
    public async Task Post_BodySlowerThanTheLeastRate_Is408()
    {
        await using var rig = await InboxRig.StartAsync(s_small with { LeastBytesPerSecond = 1_000_000 });
        using var door = rig.Open("cam-1", s_ok);
        using var peer = await rig.ConnectAsync();

        await peer.SendAsync(InboxRig.Head("/cam-1/t0ken") + "Content-Length: 1000\r\n\r\nslow");

        Assert.Equal(408, await peer.ReadStatusAsync());
        Assert.Equal(["cam-1:too-slow"], rig.Refusals);
    }

    [Theory]
    [InlineData(true, "cam-1:aborted")]
    [InlineData(false, "cam-1:incomplete")]
    public async Task Post_DeviceHangsUpInTheMiddle_IsCountedAndFreesItsPlace(bool reset, string counted)
    {
        var time = new FakeTimeProvider();
        await using var rig = await InboxRig.StartAsync(s_small with { RequestsPerDevice = 1 }, time);
        using var door = rig.Open("cam-1", s_ok);
        using (var peer = await rig.ConnectAsync())
        {
            await peer.SendAsync(InboxRig.Head("/cam-1/t0ken") + "Content-Length: 1000\r\n\r\nhalf");
            await Eventually.TrueAsync(() => time.Timers == 1, "the body is waited for");
            (reset ? (Action)peer.Reset : peer.Finish)();
        }

        await Eventually.TrueAsync(() => rig.Refusals.SequenceEqual([counted]), "the abort is counted");
        Assert.Equal(200, await rig.PostAsync("/cam-1/t0ken"));
    }

    [Fact]
    public async Task Post_MoreThanTheDevicesTurns_Waits()
    {
        await using var rig = await InboxRig.StartAsync(s_small with { RequestsPerDevice = 2 });
        var gate = new TaskCompletionSource();
        int inside = 0;
        int most = 0;
        using var door = rig.Open("cam-1", async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await gate.Task;
            Interlocked.Decrement(ref inside);
            return InboxAnswer.Ok;
        });
        using var other = rig.Open("cam-2", s_ok);

        var posts = Enumerable.Range(0, 6).Select(_ => rig.PostAsync("/cam-1/t0ken")).ToList();
        await Eventually.TrueAsync(() => inside == 2, "two are inside");
        Assert.Equal(200, await rig.PostAsync("/cam-2/t0ken"));
        gate.SetResult();

        Assert.All(await Task.WhenAll(posts), status => Assert.Equal(200, status));
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task Post_NoTurnWithinTheWait_Is503()
    {
        var time = new FakeTimeProvider();
        await using var rig = await InboxRig.StartAsync(s_small with { RequestsPerDevice = 1 }, time);
        var gate = new TaskCompletionSource();
        var inside = new TaskCompletionSource();
        using var door = rig.Open("cam-1", async (_, _) =>
        {
            inside.TrySetResult();
            await gate.Task;
            return InboxAnswer.Ok;
        });

        var first = rig.PostAsync("/cam-1/t0ken");
        await inside.Task;
        var second = rig.PostAsync("/cam-1/t0ken");
        await Eventually.TrueAsync(() => time.Timers == 1, "the second waits for its turn");
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(503, await second);
        Assert.Equal(["cam-1:busy"], rig.Refusals);
        gate.SetResult();
        Assert.Equal(200, await first);
    }

    [Fact]
    public async Task Post_MemoryTaken_WaitsUntilSomebodyIsDone()
    {
        var time = new FakeTimeProvider();
        await using var rig = await InboxRig.StartAsync(s_small, time);
        var gate = new TaskCompletionSource();
        int inside = 0;
        InboxHandler slow = async (_, _) =>
        {
            Interlocked.Increment(ref inside);
            await gate.Task;
            return InboxAnswer.Ok;
        };
        using var one = rig.Open("cam-1", slow);
        using var two = rig.Open("cam-2", slow);
        using var three = rig.Open("cam-3", slow);
        string large = new('x', Max);

        var first = rig.PostAsync("/cam-1/t0ken", large);
        var second = rig.PostAsync("/cam-2/t0ken", large);
        await Eventually.TrueAsync(() => inside == 2, "the memory is taken by two");
        var third = rig.PostAsync("/cam-3/t0ken", large);
        await Eventually.TrueAsync(() => time.Timers == 1, "the third waits for memory");
        Assert.Equal(2, inside);
        gate.SetResult();

        Assert.All(await Task.WhenAll(first, second, third), status => Assert.Equal(200, status));
    }

    [Fact]
    public async Task Post_OneDeviceHoldsItsShare_LeavesRoomForOthers()
    {
        await using var rig = await InboxRig.StartAsync(s_small);
        using var greedy = rig.Open("cam-1", s_ok);
        using var modest = rig.Open("cam-2", s_ok);
        string head = InboxRig.Head("/cam-1/t0ken") + string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Max}\r\n\r\nhalf");
        using var a = await rig.ConnectAsync();
        using var b = await rig.ConnectAsync();
        await a.SendAsync(head);
        await b.SendAsync(head);

        Assert.Equal(200, await rig.PostAsync("/cam-2/t0ken", new string('x', Max)));
    }

    [Fact]
    public async Task Post_MixedLengths_EveryBodyArrivesUnaltered()
    {
        await using var rig = await InboxRig.StartAsync(s_small);
        using var door = rig.Open("cam-1", (request, _) =>
            ValueTask.FromResult(new InboxAnswer(200, Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)))));
        using var http = new HttpClient();
        var random = new Random(7);
        for (int round = 0; round < 60; round++)
        {
            var body = new byte[random.Next(round % 3 == 0 ? Max : 3000)];
            random.NextBytes(body);
            var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{rig.Inbox.Port}/cam-1/t0ken"), new ByteArrayContent(body));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), await answer.Content.ReadAsStringAsync());
        }
    }

    private static async Task SendChunkedAsync(RawPeer peer, int length)
    {
        await peer.SendAsync(InboxRig.Head("/cam-1/t0ken") + "Transfer-Encoding: chunked\r\n\r\n");
        for (int left = length; left > 0; left -= 16384)
        {
            int size = Math.Min(left, 16384);
            await peer.SendAsync(string.Create(CultureInfo.InvariantCulture, $"{size:x}\r\n{new string('x', size)}\r\n"));
        }

        await peer.SendAsync("0\r\n\r\n");
    }
}
