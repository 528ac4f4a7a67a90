using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Sim.Load;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Load;

public sealed class LoadGeneratorTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Run_Count_EveryPostIsNewAndIsWhatTheLedgerSays(int pictures)
    {
        await using var inbox = new RecordingInbox();
        var ledger = new ListLedger();
        LoadResult result = await new LoadGenerator(Options(inbox) with { Count = 60, Pictures = pictures, PictureBytes = 500 }, ledger, TimeProvider.System).RunAsync(default);
        Assert.Equal((60, 60, 0, 0), (result.Sent, result.Ok, result.Refused, result.Failed));
        Assert.Equal(60, ledger.Lines.Select(line => line.NativeId).Distinct().Count());
        Assert.Equal(60 * pictures, ledger.Lines.SelectMany(line => line.Pictures).Select(p => p.Sha256).Distinct().Count());
        var bodies = inbox.Posts.ToDictionary(posted => Encoding.Latin1.GetString(posted.Body).Split("<UUID>")[1][..36]);
        Assert.All(ledger.Lines, line =>
        {
            Posted posted = bodies[line.NativeId];
            Assert.Contains($"POST /{line.Device}/secret ", posted.Head, StringComparison.Ordinal);
            Assert.Contains($"<licensePlate>蓝{line.Plate}</licensePlate>", Encoding.UTF8.GetString(posted.Body), StringComparison.Ordinal);
            Assert.Contains($"<dateTime>{line.Time.ToOffset(TimeSpan.FromHours(8)):yyyy-MM-ddTHH:mm:ss.fff}+08:00<", Encoding.Latin1.GetString(posted.Body), StringComparison.Ordinal);
            Assert.All(line.Pictures, p => Assert.Contains(p.Sha256, Hashes(posted.Body)));
        });
    }

    [Fact]
    public async Task Run_RefusedAndCut_AreCountedApart()
    {
        await using var inbox = new RecordingInbox();
        inbox.Answers.Enqueue(503);
        inbox.Answers.Enqueue(0);
        LoadResult result = await new LoadGenerator(Options(inbox) with { Count = 10, Connections = 1 }, null, TimeProvider.System).RunAsync(default);
        Assert.Equal((10, 8, 1, 1), (result.Sent, result.Ok, result.Refused, result.Failed));
        Assert.Equal(8, result.Latency.Count);
    }

    [Fact]
    public async Task Run_Rate_IsKept()
    {
        await using var inbox = new RecordingInbox();
        LoadResult result = await new LoadGenerator(Options(inbox) with { Count = 100, Rate = 200 }, null, TimeProvider.System).RunAsync(default);
        Assert.InRange(result.Seconds, 0.45, 5);
    }

    [Fact]
    public async Task Run_Time_EndsIt()
    {
        await using var inbox = new RecordingInbox();
        LoadResult result = await new LoadGenerator(Options(inbox) with { Duration = TimeSpan.FromMilliseconds(100) }, null, TimeProvider.System).RunAsync(default);
        Assert.InRange(result.Seconds, 0.1, 5);
        Assert.True(result.Ok > 0);
    }

    private static LoadOptions Options(RecordingInbox inbox) => new()
    {
        Target = inbox.Url("").ToString() + "{device}/{token}",
        Token = "secret",
        Devices = 3,
        Connections = 4,
    };

    private static IEnumerable<string> Hashes(byte[] body) => Encoding.Latin1.GetString(body).Split("--boundary")[1..^1]
        .Select(part => Encoding.Latin1.GetBytes(part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..^2]))
        .Select(content => Convert.ToHexStringLower(SHA256.HashData(content)));
}
