using System.CommandLine;

namespace EdgeGateway.Sim.Verbs;

/// <summary>Everything a person can type after <c>edgesim</c>.</summary>
public static class SimCommandLine
{
    /// <returns>Exit code: see <see cref="Exit"/>.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("edgesim: simulated field devices, the platform's side, and the ledger that compares the two.")
        {
            RunVerb.Create(),
            TwinVerb.Create(),
            LoadVerb.Create(),
            WatchVerb.Create(),
            VerifyVerb.Create(),
            StormVerb.Create(),
            PlatformVerb.Create(),
            CommandVerb.Create(),
            KeygenVerb.Create(),
            HotListSignVerb.Create(),
        };
        ParseResult parse = root.Parse(args);
        var orderly = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
        int exit = await parse.InvokeAsync(orderly).ConfigureAwait(false);
        return parse.Errors.Count > 0 ? Exit.BadArguments : exit;
    }
}
