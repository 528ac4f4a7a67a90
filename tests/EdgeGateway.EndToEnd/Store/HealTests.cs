using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>Bytes turn on the disk under a gateway that runs: it heals itself in the same process, and what it says is lost is what is lost.</summary>
public sealed class HealTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task ByteHit_WhileRunning_IsSetAsideReportedAndTheRestDelivered()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var link = new CuttableProxy(broker.Port);
        await using var site = new TestSite(link.Port, cameras: 4);
        var watch = site.StartWatch(broker.Port);
        link.Cut();
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || site.InboxAnswers(), s_limit, () => gateway.Output);
        var cameras = site.StartCameras(seconds: 3600);
        await Wait.UntilAsync(() => site.TruthLines > 120, s_limit, () => cameras.Output);
        await cameras.StopAsync(TimeSpan.FromSeconds(60));

        int hit = Hit(Path.Combine(site.Folder, "store"), "\"seq\":60,");
        link.Mend();

        await Wait.UntilAsync(() => File.ReadAllText(site.Received).Contains("store.recovered", StringComparison.Ordinal), s_limit, () => gateway.Output);
        Assert.True(hit > 0, "the row was nowhere: this test proves nothing");
        Assert.False(gateway.HasExited, gateway.Output);
        Assert.Contains("starts anew", gateway.Output, StringComparison.Ordinal);
        var verdict = await site.VerifyUntilDeliveredAsync(s_limit, "--only-acknowledged");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}");
        Assert.Matches(" lost 0 altered 0 gaps [1-9][0-9]?$", verdict.Line);
        Assert.False(watch.HasExited, watch.Output);
    }

    /// <returns>How many copies of the row were hit, in the database and its log.</returns>
    private static int Hit(string folder, string text)
    {
        byte[] wanted = System.Text.Encoding.UTF8.GetBytes(text);
        int hits = 0;
        foreach (string name in new[] { "store.db", "store.db-wal" })
        {
            using var file = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            for (int at = bytes.AsSpan().IndexOf(wanted); at >= 0; hits++)
            {
                file.Position = at + wanted.Length - 2;
                file.WriteByte((byte)(bytes[at + wanted.Length - 2] ^ 1));
                int next = bytes.AsSpan(at + 1).IndexOf(wanted);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return hits;
    }
}
