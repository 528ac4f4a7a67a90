using System.CommandLine;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Watch;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim watch --broker mqtt://host:port [--out received.jsonl] [--name NAME | --no-receipts]</c></summary>
public static class WatchVerb
{
    public static Command Create()
    {
        var broker = new Option<string>("--broker") { DefaultValueFactory = _ => "mqtt://127.0.0.1:1883", Description = "mqtt://[user:password@]host:port, or mqtts://." };
        var output = new Option<string?>("--out") { Description = "File to append to, one JSON line a reading or picture." };
        var root = new Option<string>("--root") { DefaultValueFactory = _ => Topics.DefaultRoot, Description = "Topic root." };
        var client = new Option<string>("--client-id") { DefaultValueFactory = _ => "edgesim-watch", Description = "The broker keeps messages for this name while watch is away." };
        var clean = new Option<bool>("--clean") { Description = "Leave no session behind at the broker." };
        var version = new Option<int>("--mqtt") { DefaultValueFactory = _ => 5, Description = "5, or 4 for 3.1.1." };
        version.AcceptOnlyFromAmong("5", "4");
        var quiet = new Option<bool>("--quiet") { Description = "Print no line for each reading." };
        var latency = new Option<bool>("--latency") { Description = "Measure from the time of the passage to here; same clock only." };
        var name = new Option<string>("--name") { DefaultValueFactory = _ => "watch", Description = "What it is called as a platform that sends receipts." };
        var noReceipts = new Option<bool>("--no-receipts") { Description = "Only look: announce no platform, confirm nothing. Without --out it is so anyway." };
        var seconds = new Option<double?>("--seconds") { Description = "End by itself." };
        var verb = new Command("watch", "Subscribe to what gateways publish, show it, keep it for verify.") { broker, output, root, client, clean, version, quiet, latency, name, noReceipts, seconds };
        verb.SetAction(async (parse, ct) =>
        {
            try
            {
                SimMqttOptions options = SimMqttOptions.Parse(parse.GetRequiredValue(broker), parse.GetRequiredValue(client)) with
                {
                    Version = parse.GetValue(version),
                    Persistent = !parse.GetValue(clean),
                };
                string? called = parse.GetValue(noReceipts) ? null : Name(parse.GetRequiredValue(name));
                var watch = new WatchOptions(parse.GetRequiredValue(root), parse.GetValue(quiet), parse.GetValue(latency), called);
                return await RunAsync(new WatchRun(options, watch, parse.GetValue(output), Console.Out, Console.Error), parse.GetValue(seconds), ct).ConfigureAwait(false);
            }
            catch (FormatException e)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return Exit.BadArguments;
            }
        });
        return verb;
    }

    private static string Name(string name) => NameRule.IsName(name) ? name : throw new FormatException($"--name: {NameRule.InWords}");

    private static async Task<int> RunAsync(WatchRun run, double? seconds, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (seconds is { } limit)
        {
            stop.CancelAfter(TimeSpan.FromSeconds(limit));
        }

        try
        {
            await run.RunAsync(stop.Token).ConfigureAwait(false);
            return Exit.Fine;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Exit.Failure;
        }
    }
}
