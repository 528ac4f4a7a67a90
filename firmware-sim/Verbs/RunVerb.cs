using System.CommandLine;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim run SCENARIO.json [--ledger truth.jsonl] [--seconds N]</c></summary>
public static class RunVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("scenario") { Description = "Scenario file (JSON)." };
        var ledger = new Option<string?>("--ledger") { Description = "Truth ledger to append to, JSON lines. Personal data of invented people that must never come out of a gateway goes beside it, to LEDGER.seeds." };
        var seconds = new Option<double?>("--seconds") { Description = "How long vehicles pass; overrides the scenario's duration." };
        var check = new Option<bool>("--check") { Description = "Only read the scenario and name its mistakes." };
        var verb = new Command("run", "Play a scenario: simulated devices, faults at their times, a ledger of the truth.") { file, ledger, seconds, check };
        verb.SetAction((parse, ct) => RunAsync(
            parse.GetRequiredValue(file), parse.GetValue(ledger), parse.GetValue(seconds), parse.GetValue(check), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? ledgerPath, double? seconds, bool checkOnly, CancellationToken ct)
    {
        Scenario scenario;
        try
        {
            scenario = ScenarioReader.ReadFile(file);
        }
        catch (MistakesException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Exit.BadArguments;
        }

        if (checkOnly)
        {
            return Exit.Fine;
        }

        return await PlayAsync(seconds is { } n ? scenario with { Duration = TimeSpan.FromSeconds(n) } : scenario, ledgerPath, ct).ConfigureAwait(false);
    }

    internal static async Task<int> PlayAsync(Scenario scenario, string? ledgerPath, CancellationToken ct)
    {
        try
        {
            using TruthLedger? ledger = ledgerPath is null ? null : new TruthLedger(ledgerPath);
            var tally = new TruthTally(ledger);
            await new ScenarioRunner(scenario, tally, TimeProvider.System, SeedFile.Beside(ledgerPath)).RunAsync(ct).ConfigureAwait(false);
            Console.WriteLine($"{{\"acknowledged\":{tally.Acknowledged},\"streamed\":{tally.Streamed},\"other\":{tally.Other}}}");
            return Exit.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Net.Sockets.SocketException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Exit.Failure;
        }
    }
}
