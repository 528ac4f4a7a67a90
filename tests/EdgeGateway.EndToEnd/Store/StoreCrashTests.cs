using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>Promise 1 of the loss contract at its hardest: the process dies by SIGKILL at a moment of nobody's choosing.</summary>
public sealed class StoreCrashTests : IDisposable
{
    private static readonly int s_rounds = RunSize.Long ? 100 : 15;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "edgegateway-crash-" + Guid.NewGuid().ToString("n"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Kill_WhileAppending_LosesNothingThatWasAcknowledged()
    {
        var random = new Random(20261122);
        var acknowledged = new Dictionary<long, string>();
        for (int round = 0; round < s_rounds; round++)
        {
            foreach ((long seq, string text) in (await RunAndKillAsync($"r{round}", random.Next(1, 80), random.Next(50))).Acknowledged)
            {
                Assert.True(acknowledged.TryAdd(seq, text), $"number {seq} was given twice");
            }

            await CrashedStore.VerifyAsync(_folder, acknowledged, everyFile: round % 10 == 9);
        }

        CrashFigures.KillPoints(s_rounds, $"random instants of the store, {acknowledged.Count} acknowledged rows");
        Assert.True(acknowledged.Count > s_rounds * 20, $"only {acknowledged.Count} acknowledged: the test proves nothing");
    }

    /// <remarks>Counted in answers first: in a given time a busy machine gives hardly any.</remarks>
    /// <returns>What the store had acknowledged when the process died.</returns>
    private async Task<Said> RunAndKillAsync(string seed, int answers, int afterMilliseconds)
    {
        await using ChildProcess child = ChildProcess.Start(Binaries.Bench, ["store-child", _folder, seed]);
        await Wait.UntilAsync(() => child.Lines.Count >= answers || child.HasExited, TimeSpan.FromSeconds(60), () => child.Output);
        await Task.Delay(afterMilliseconds);
        Assert.False(child.HasExited, child.Output);
        await child.KillAsync();

        return Said.From(child.Lines);
    }
}
