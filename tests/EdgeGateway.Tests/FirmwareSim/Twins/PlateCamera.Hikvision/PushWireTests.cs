using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateCamera.Hikvision;

public sealed class PushWireTests
{
    private static readonly CameraProfile s_eager = Camera.Small with { RetryPause = TimeSpan.FromMilliseconds(5), Heartbeat = HeartbeatKind.None };

    [Fact]
    public async Task Tell_Answered200_NotesWhatWasSent()
    {
        await using var inbox = new RecordingInbox();
        TruthLine line = Assert.Single(await TellAsync(inbox, s_eager, 1));
        Assert.Equal("200", line.Told);
        Posted posted = Assert.Single(inbox.Posts);
        Assert.StartsWith("POST /cam-01/token HTTP/1.1\r\n", posted.Head, StringComparison.Ordinal);
        Assert.Contains(line.NativeId, System.Text.Encoding.Latin1.GetString(posted.Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_RefusedAndUnanswered_SendsTheSameBytesUntil200()
    {
        await using var inbox = new RecordingInbox();
        foreach (int answer in (int[])[503, 0, 404, 0, 500])
        {
            inbox.Answers.Enqueue(answer);
        }

        Assert.Equal("200", Assert.Single(await TellAsync(inbox, s_eager, 1)).Told);
        Assert.Equal(6, inbox.Posts.Count);
        Assert.All(inbox.Posts, posted => Assert.Equal(inbox.Posts.First().Body, posted.Body));
    }

    [Fact]
    public async Task Tell_UntilAnswered_GivesUpAt503()
    {
        await using var inbox = new RecordingInbox();
        inbox.Answers.Enqueue(0);
        inbox.Answers.Enqueue(503);
        IReadOnlyList<TruthLine> lines = await TellAsync(inbox, s_eager with { Retry = RetryPolicy.UntilAnswered }, 2);
        Assert.Equal(["503", "200"], lines.Select(line => line.Told));
        Assert.Equal(3, inbox.Posts.Count);
    }

    [Fact]
    public async Task Tell_NeverRetries_NotesThatNobodyAnswered()
    {
        await using var inbox = new RecordingInbox();
        inbox.Answers.Enqueue(0);
        IReadOnlyList<TruthLine> lines = await TellAsync(inbox, s_eager with { Retry = RetryPolicy.Never }, 2);
        Assert.Equal([TruthLine.None, "200"], lines.Select(line => line.Told));
    }

    [Fact]
    public async Task Tell_AnswerNeverComes_TriesAgainAfterTheTimeout()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var ledger = new ListLedger();
        var device = Device(new Uri($"http://{silent.LocalEndpoint}/x/y"), s_eager with { AnswerTimeout = TimeSpan.FromMilliseconds(50) }, 1);
        using var stop = new CancellationTokenSource();
        Task run = RunAsync(device, ledger, stop.Token);
        for (int attempt = 0; attempt < 3; attempt++)
        {
            using System.Net.Sockets.Socket link = await silent.AcceptSocketAsync().WaitAsync(TimeSpan.FromSeconds(60));
        }

        await stop.CancelAsync();
        await run;
        Assert.Equal(TruthLine.None, Assert.Single(ledger.Lines).Told);
    }

    [Theory]
    [InlineData(true, 5)]
    [InlineData(false, 1)]
    public async Task Tell_Connection_CloseOrKept(bool close, int connections)
    {
        await using var inbox = new RecordingInbox();
        await TellAsync(inbox, s_eager with { ConnectionClose = close }, 5);
        Assert.Equal(connections, inbox.Connections);
        Assert.All(inbox.Posts, posted => Assert.Contains(close ? "Connection: close" : "Connection: keep-alive", posted.Head, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tell_DuplicateRateOne_EveryBodyTwiceAndOnceInTheLedger()
    {
        await using var inbox = new RecordingInbox();
        IReadOnlyList<TruthLine> lines = await TellAsync(inbox, s_eager with { DuplicateRate = 1 }, 3);
        Assert.Equal(3, lines.Count);
        Posted[] posts = [.. inbox.Posts];
        Assert.Equal(6, posts.Length);
        Assert.All([0, 2, 4], i => Assert.Equal(posts[i].Body, posts[i + 1].Body));
    }

    [Fact]
    public async Task Tell_HasMoreData_BothMessagesMustBeTaken()
    {
        await using var inbox = new RecordingInbox();
        inbox.Answers.Enqueue(200);
        inbox.Answers.Enqueue(503);
        IReadOnlyList<TruthLine> lines = await TellAsync(inbox, s_eager with { HasMoreData = true, Retry = RetryPolicy.Never }, 2);
        Assert.Equal(["503", "200"], lines.Select(line => line.Told));
    }

    [Fact]
    public async Task Run_SameSeedAndStart_SameBodiesOnTheWire()
    {
        await using var first = new RecordingInbox();
        await using var second = new RecordingInbox();
        await TellAsync(first, s_eager, 20);
        await TellAsync(second, s_eager, 20);
        Assert.Equal(20, first.Posts.Count);
        Assert.Equal(first.Posts.Select(p => p.Body), second.Posts.Select(p => p.Body));
        await using var other = new RecordingInbox();
        await TellAsync(other, s_eager, 20, seed: 2);
        Assert.DoesNotContain(other.Posts, p => first.Posts.Any(q => q.Body.AsSpan().SequenceEqual(p.Body)));
    }

    [Fact]
    public async Task Run_Faults_GarbageAndHalfMessageComeAndEveryPassageIsStillTold()
    {
        await using var inbox = new RecordingInbox();
        var ledger = new ListLedger();
        Scenario scenario = Scenario(Device(inbox.Url("/cam-01/token"), s_eager, 40) with { Rate = 100 }, 1, start: null) with
        {
            Faults = [new(TimeSpan.Zero, FaultType.Garbage, null, default, default, 2), new(TimeSpan.Zero, FaultType.CutInside, "cam-01", default, default, 2)],
        };
        await new ScenarioRunner(scenario, ledger, TimeProvider.System).RunAsync(default);
        Assert.Equal(40, ledger.Lines.Count(line => line.Told == "200"));
        Assert.Equal(2, inbox.Posts.Count(posted => posted.Body.Length == 2000));
        Assert.Equal(42, inbox.Posts.Count);
        Assert.Equal(3, inbox.Connections);
    }

    private static async Task<IReadOnlyList<TruthLine>> TellAsync(RecordingInbox inbox, CameraProfile profile, int count, ulong seed = 1)
    {
        var ledger = new ListLedger();
        await RunAsync(Device(inbox.Url("/cam-01/token"), profile, count), ledger, default, seed);
        return [.. ledger.Lines];
    }

    private static Task RunAsync(CameraDevice device, ITruthLedger ledger, CancellationToken ct, ulong seed = 1) =>
        new ScenarioRunner(Scenario(device, seed, Camera.At), ledger, TimeProvider.System).RunAsync(ct);

    private static Scenario Scenario(CameraDevice device, ulong seed, DateTimeOffset? start) => new() { Seed = seed, Start = start, Devices = [device] };

    private static CameraDevice Device(Uri url, CameraProfile profile, long count) =>
        new() { Id = "cam-01", Driver = "hikvision-anpr", Mode = DeviceMode.Push, Profile = profile, Rate = 1000, Count = count, Url = url };
}
