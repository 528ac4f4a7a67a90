using System.CommandLine;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim twin DRIVER [options]</c>: one device by hand. Which drivers: <see cref="TwinKinds"/>.</summary>
public static class TwinVerb
{
    public static Command Create()
    {
        var typed = new TwinOptions();
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
        var ledger = new Option<string?>("--ledger");
        var verb = new Command("twin", "One simulated device by hand.");
        typed.AddTo(verb);
        verb.Add(seed);
        verb.Add(ledger);
        verb.SetAction((parse, ct) => PlayAsync(typed.Read(parse), parse.GetValue(seed), parse.GetValue(ledger), ct));
        return verb;
    }

    private static async Task<int> PlayAsync(TypedTwin typed, ulong seed, string? ledger, CancellationToken ct)
    {
        var mistakes = new List<Mistake>();
        ScenarioDevice device = TwinKinds.Device(typed, mistakes);
        if (mistakes.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', mistakes)).ConfigureAwait(false);
            return Exit.BadArguments;
        }

        return await RunVerb.PlayAsync(new Scenario { Seed = seed, Devices = [device] }, ledger, ct).ConfigureAwait(false);
    }
}
