using System.CommandLine;
using System.Text.Json;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Storm;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim storm --broker mqtt://host:port --sessions 500 --seconds S</c></summary>
public static class StormVerb
{
    public static Command Create()
    {
        var broker = new Option<string>("--broker") { DefaultValueFactory = _ => "mqtt://127.0.0.1:1883", Description = "mqtt://[user:password@]host:port, or mqtts://." };
        var sessions = new Option<int>("--sessions") { DefaultValueFactory = _ => 500, Description = "1 to 100000." };
        var seconds = new Option<double?>("--seconds") { Description = "End by itself." };
        var least = new Option<string>("--least") { DefaultValueFactory = _ => "1s", Description = "Shortest wait between attempts, such as 200ms." };
        var most = new Option<string>("--most") { DefaultValueFactory = _ => "2m", Description = "Longest wait." };
        var version = new Option<int>("--mqtt") { DefaultValueFactory = _ => 5, Description = "5, or 4 for 3.1.1." };
        version.AcceptOnlyFromAmong("5", "4");
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Of the waits." };
        var verb = new Command("storm", "Hold many sessions at a broker that somebody else cuts, and measure how they come back.") { broker, sessions, seconds, least, most, version, seed };
        verb.SetAction(async (parse, ct) =>
        {
            try
            {
                var options = new StormOptions
                {
                    Broker = SimMqttOptions.Parse(parse.GetRequiredValue(broker), "") with { Version = parse.GetValue(version) },
                    Sessions = parse.GetValue(sessions),
                    Least = Duration("--least", parse.GetRequiredValue(least)),
                    Most = Duration("--most", parse.GetRequiredValue(most)),
                    Seed = parse.GetValue(seed),
                };
                return await RunAsync(Checked(options), parse.GetValue(seconds), ct).ConfigureAwait(false);
            }
            catch (FormatException e)
            {
                await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
                return Exit.BadArguments;
            }
        });
        return verb;
    }

    private static TimeSpan Duration(string option, string text) =>
        DurationText.TryRead(text, out TimeSpan span) && span > TimeSpan.Zero ? span : throw new FormatException($"{option}: '{text}' is no duration such as 200ms, 30s or 2m");

    private static StormOptions Checked(StormOptions options) => options switch
    {
        { Sessions: < 1 or > 100_000 } => throw new FormatException("--sessions: must be 1 to 100000"),
        _ when options.Most < options.Least => throw new FormatException("--most: must not be below --least"),
        _ => options,
    };

    private static async Task<int> RunAsync(StormOptions options, double? seconds, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (seconds is { } limit)
        {
            stop.CancelAfter(TimeSpan.FromSeconds(limit));
        }

        StormReport report = await StormRun.RunAsync(options, Console.Error.WriteLine, stop.Token).ConfigureAwait(false);
        Console.WriteLine(JsonSerializer.Serialize(report, StormJson.Default.StormReport));
        return report.Connected == report.Sessions ? Exit.Fine : Exit.Failure;
    }
}
