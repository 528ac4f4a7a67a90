namespace EdgeGateway.Tests.Store.Recovery;

/// <summary>Truncated, flipped, zeroed and overwritten bytes anywhere: it starts, nothing is altered, recovered + lost = written.</summary>
public sealed class StoreDamageTests(DamagedSample truth) : IClassFixture<DamagedSample>
{
    private static int Cases => Environment.GetEnvironmentVariable("EDGEGATEWAY_LONG") == "1" ? 300 : 40;

    private static int First => int.TryParse(Environment.GetEnvironmentVariable("EDGEGATEWAY_SEED"), out int seed) ? seed : 1;

    [Fact]
    public async Task Start_AfterDamage_AccountsForEverything()
    {
        var wrong = new List<string>();
        for (int seed = First; seed < First + Cases; seed++)
        {
            using var bench = new StoreBench();
            DamagedSample.Copy(truth.Folder, bench.Folder);
            Damage damage = Damage.Some(bench.Folder, seed);
            damage.Do(bench.Folder);
            try
            {
                string verdict = await HealedStore.JudgeAsync(truth, bench);
                wrong.AddRange(verdict.Length > 0 ? [$"{seed} {damage}: {verdict}"] : []);
            }
            catch (Exception e)
            {
                wrong.Add($"{seed} {damage}: {e}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Cases}:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public async Task Start_WithoutDamage_ChangesNothing()
    {
        using var bench = new StoreBench();
        DamagedSample.Copy(truth.Folder, bench.Folder);

        Assert.Equal("", await HealedStore.JudgeAsync(truth, bench));
        Assert.False(Directory.Exists(Path.Combine(bench.Folder, "damaged")));
    }
}
