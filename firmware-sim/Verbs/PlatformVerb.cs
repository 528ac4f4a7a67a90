using System.CommandLine;
using System.Net.Sockets;
using EdgeGateway.Sim.Platform;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim platform --port P</c>: our own MQTT endpoint where no broker can be installed.</summary>
public static class PlatformVerb
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { DefaultValueFactory = _ => 1883, Description = "On 127.0.0.1; 0 takes a free one. The port is printed." };
        var verb = new Command("platform", "A small MQTT endpoint in memory, for machines without mosquitto.") { port };
        verb.SetAction((parse, ct) => RunAsync(parse.GetValue(port), ct));
        return verb;
    }

    private static async Task<int> RunAsync(int port, CancellationToken ct)
    {
        if (port is < 0 or > 65_535)
        {
            await Console.Error.WriteLineAsync("--port: must be 0 to 65535").ConfigureAwait(false);
            return Exit.BadArguments;
        }

        try
        {
            var endpoint = new PlatformEndpoint();
            await using (endpoint.ConfigureAwait(false))
            {
                await endpoint.StartAsync(port).ConfigureAwait(false);
                Console.WriteLine(FormattableString.Invariant($"listening on mqtt://127.0.0.1:{endpoint.Port}"));
                await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return Exit.Fine;
            }
        }
        catch (SocketException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Exit.Failure;
        }
    }
}
