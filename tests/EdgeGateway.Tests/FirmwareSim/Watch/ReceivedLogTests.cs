using EdgeGateway.Sim.Verification;
using EdgeGateway.Sim.Watch;

namespace EdgeGateway.Tests.FirmwareSim.Watch;

public sealed class ReceivedLogTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Add_ManyLines_AreInTheFileBeforeTheyCountAsKept()
    {
        List<(long Kept, long InFile)> seen = [];
        long kept = 0;
        await using (var log = new ReceivedLog(_path, lines => seen.Add((kept += lines.Count, File.ReadLines(_path).Count()))))
        {
            for (int seq = 1; seq <= 5000; seq++)
            {
                log.Add(Line(seq));
            }
        }

        Assert.Equal(5000, seen[^1].Kept);
        Assert.All(seen, at => Assert.Equal(at.Kept, at.InFile));
        Assert.Equal(Enumerable.Range(1, 5000).Select(seq => (long)seq), Numbers());
    }

    [Fact]
    public async Task Open_AfterAKill_DoesNotLoseTheNextLineWithTheTornOne()
    {
        await File.WriteAllTextAsync(_path, "{\"type\":\"read");
        await using (var log = new ReceivedLog(_path))
        {
            log.Add(Line(1));
        }

        await using (var log = new ReceivedLog(_path))
        {
            log.Add(Line(2));
            log.Sync();
        }

        Assert.Equal([1L, 2L], Numbers());
        Assert.Equal(3, File.ReadLines(_path).Count());
    }

    [Fact]
    public async Task Add_DiskFull_FaultsAndKeepsNothing()
    {
        bool kept = false;
        await using var log = new ReceivedLog("/dev/full", _ => kept = true);
        log.Add(Line(1));
        await Assert.ThrowsAnyAsync<IOException>(() => log.Writing.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.False(kept);
    }

    private IEnumerable<long> Numbers() => new ReceivedFile("edge/v1").Read(File.ReadLines(_path)).Select(line => line.Seq!.Value);

    private static ReceivedLine Line(long seq) => new() { Type = ReceivedLine.Reading, Topic = "t", Seq = seq };
}
