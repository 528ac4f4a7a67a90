using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>Runs store children one after the other on one store, and keeps every call.</summary>
internal sealed class Recorder(ScratchFolder scratch)
{
    private readonly List<string> _logs = [];

    public IReadOnlyList<string> Logs => _logs;

    /// <summary>Appends and closes the store in order.</summary>
    public async Task RunAsync(string seed, int readings, params string[] more)
    {
        await using StracedChild child = Start(seed, readings, more);
        await child.EndedAsync();
    }

    /// <summary>Kills once this many readings are acknowledged.</summary>
    public async Task RunAndKillAsync(string seed, int acknowledged)
    {
        await using StracedChild child = Start(seed, int.MaxValue, []);
        await Wait.UntilAsync(() => child.Said.Acknowledged.Count >= acknowledged || child.HasExited, TimeSpan.FromSeconds(60), () => child.Output);
        await child.KillAsync();
    }

    private StracedChild Start(string seed, int readings, string[] more)
    {
        string log = scratch.Under($"log-{seed}");
        _logs.Add(log);
        return StracedChild.Start(new StoreRun(scratch.Store, seed, readings), log, [.. TraceReader.Options, .. more]);
    }
}
