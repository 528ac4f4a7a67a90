using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Commands;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim command --broker URI --gateway ID --site SITE --name uplink.pace --args '{...}' --key key.pem --key-id ops</c></summary>
public static class CommandVerb
{
    public static Command Create()
    {
        var broker = new Option<string>("--broker") { DefaultValueFactory = _ => "mqtt://127.0.0.1:1883", Description = "mqtt://[user:password@]host:port, or mqtts://." };
        var version = new Option<int>("--mqtt") { DefaultValueFactory = _ => 5, Description = "5, or 4 for 3.1.1." };
        version.AcceptOnlyFromAmong("5", "4");
        var root = new Option<string>("--root") { DefaultValueFactory = _ => Topics.DefaultRoot, Description = "Topic root." };
        var site = new Option<string>("--site") { Required = true, Description = "Site code." };
        var gateway = new Option<string>("--gateway") { Required = true, Description = "Gateway id." };
        var device = new Option<string>("--device") { DefaultValueFactory = _ => "gateway", Description = "Device id, or gateway." };
        var name = new Option<string>("--name") { Required = true, Description = "For example uplink.pace." };
        var args = new Option<string>("--args") { DefaultValueFactory = _ => "{}", Description = "A JSON object." };
        var key = new Option<string?>("--key") { Description = "PEM file of the private key; without it the order is unsigned." };
        var keyId = new Option<string>("--key-id") { DefaultValueFactory = _ => "ops", Description = "What the gateway's configuration calls the key." };
        var issuer = new Option<string>("--issuer") { DefaultValueFactory = _ => "edgesim", Description = "Who orders it." };
        var id = new Option<string?>("--id") { Description = "Id of the order, default a new one; the same twice must not act twice." };
        var valid = new Option<string>("--valid") { DefaultValueFactory = _ => "1m", Description = "From now to the deadline; -1m comes too late." };
        var wait = new Option<string>("--wait") { DefaultValueFactory = _ => "10s", Description = "Longest wait for the end; 0s sends only." };
        var verb = new Command("command", "Sign an order, send it, print its answers. 0 when it was done, or sent with --wait 0s.")
            { broker, version, root, site, gateway, device, name, args, key, keyId, issuer, id, valid, wait };
        verb.SetAction((parse, ct) => RunAsync(
            new OrderOptions
            {
                Root = parse.GetRequiredValue(root),
                Site = parse.GetRequiredValue(site),
                Gateway = parse.GetRequiredValue(gateway),
                Device = parse.GetRequiredValue(device),
                Name = parse.GetRequiredValue(name),
                Args = parse.GetRequiredValue(args),
                Issuer = parse.GetRequiredValue(issuer),
                Id = parse.GetValue(id),
                KeyId = parse.GetValue(keyId),
            },
            new CommandTyped(parse.GetRequiredValue(broker), parse.GetValue(version), parse.GetValue(key), parse.GetRequiredValue(valid), parse.GetRequiredValue(wait)),
            ct));
        return verb;
    }

    private static async Task<int> RunAsync(OrderOptions options, CommandTyped typed, CancellationToken ct)
    {
        if (!DurationText.TryRead(typed.Valid, out var valid) || !DurationText.TryRead(typed.Wait, out var wait) || wait < TimeSpan.Zero)
        {
            return await SayAsync("--valid and --wait: write a duration such as 10s", Exit.BadArguments).ConfigureAwait(false);
        }

        try
        {
            string? pem = typed.KeyFile is null ? null : await File.ReadAllTextAsync(typed.KeyFile, ct).ConfigureAwait(false);
            var order = SignedOrder.Of(options with { Valid = valid, Key = pem }, TimeProvider.System.GetUtcNow());
            var broker = SimMqttOptions.Parse(typed.Broker, $"edgesim-{Guid.NewGuid():N}"[..23]) with { Version = typed.Version };
            var session = new OrderSession(broker, new Topics(options.Root, options.Site, options.Gateway), Console.Out);
            string? state = await session.RunAsync(order, options.Device, wait, ct).ConfigureAwait(false);
            return state == "done" || wait == TimeSpan.Zero ? Exit.Fine
                : await SayAsync(state is null ? $"no end within {typed.Wait}" : $"it ended as {state}", Exit.Failure).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or ArgumentException or CryptographicException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return await SayAsync(wrong.Message, Exit.BadArguments).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is IOException or SimMqttRefusedException)
        {
            return await SayAsync(failed.Message, Exit.Failure).ConfigureAwait(false);
        }
    }

    private static async Task<int> SayAsync(string why, int exit)
    {
        await Console.Error.WriteLineAsync(why).ConfigureAwait(false);
        return exit;
    }

    private sealed record CommandTyped(string Broker, int Version, string? KeyFile, string Valid, string Wait);
}
