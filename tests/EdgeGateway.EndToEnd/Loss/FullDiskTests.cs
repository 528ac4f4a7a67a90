using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Loss;

/// <summary>A disk of 24 MB, the broker away, cameras that go on: the store lives on, and says what it gave up.</summary>
public sealed class FullDiskTests(ITestOutputHelper output)
{
    private const string Filler = "filler";

    [Fact]
    public async Task DiskFull_WhileTheBrokerIsAway_NothingGoesSilentlyAndItRecoversByItself()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var link = new CuttableProxy(broker.Port);
        await using var site = new TestSite(link.Port, cameras: 4, ratePerCamera: 8);
        site.StartWatch(broker.Port);
        link.Cut();
        var gateway = site.StartGatewayOnSmallDisk("24m");
        await Wait.UntilAsync(site.InboxAnswers, TimeSpan.FromSeconds(15), () => gateway.Output);
        var cameras = site.StartCameras(seconds: 16);
        await Wait.UntilAsync(() => PicturesOf(site, gateway) > 20, TimeSpan.FromSeconds(20), () => cameras.Output);

        // Somebody else takes all that is left of the disk, to the last byte, and gives it back after a while.
        await FillAsync(site, gateway);
        int full = site.TruthLines;
        await Wait.UntilAsync(() => site.TruthLines > full + 60, TimeSpan.FromSeconds(20), () => gateway.Output);
        File.Delete(Path.Combine(site.SmallDisk(gateway), Filler));
        await cameras.ExitAsync(TimeSpan.FromSeconds(60));
        Assert.False(gateway.HasExited, gateway.Output);
        int waiting = PicturesOf(site, gateway);
        link.Mend();
        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(40));

        output.WriteLine($"{verdict.Line}; {waiting} pictures waited at the end\n{string.Join('\n', gateway.Lines.Where(line => line.Contains("Store", StringComparison.Ordinal)))}");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}");
        Assert.DoesNotContain("gaps 0", verdict.Line, StringComparison.Ordinal);
        Assert.True(waiting > 20, $"only {waiting} pictures were kept after there was room again");
    }

    private static int PicturesOf(TestSite site, ChildProcess gateway)
    {
        string media = Path.Combine(site.SmallDisk(gateway), "media");
        return Directory.Exists(media) ? Directory.GetFiles(media, "*", SearchOption.AllDirectories).Length : 0;
    }

    private static async Task FillAsync(TestSite site, ChildProcess gateway)
    {
        await using var filler = new FileStream(Path.Combine(site.SmallDisk(gateway), Filler), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        byte[] page = new byte[4096];
        try
        {
            while (filler.Length < 24 << 20)
            {
                await filler.WriteAsync(page);
            }
        }
        catch (IOException)
        {
            // Full, which is what was wanted.
        }
    }
}
