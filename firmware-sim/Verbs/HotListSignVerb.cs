using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Commands;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim hotlist-sign LIST.jsonl --key key.pem --key-id ops</c>: writes <c>LIST.jsonl.sig</c>, for a stick.</summary>
public static class HotListSignVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("LIST") { Description = "One entry a line, as JSON." };
        var key = new Option<string>("--key") { Required = true, Description = "PEM file of the private key." };
        var keyId = new Option<string>("--key-id") { DefaultValueFactory = _ => "ops", Description = "What the gateway's configuration calls the key." };
        var list = new Option<string>("--list") { DefaultValueFactory = _ => "platform", Description = "Name of the list." };
        var mode = new Option<string>("--mode") { DefaultValueFactory = _ => "replace", Description = "replace, put or remove." };
        mode.AcceptOnlyFromAmong("replace", "put", "remove");
        var gateway = new Option<string?>("--gateway") { Description = "The one gateway it is for; without it any." };
        var issuer = new Option<string>("--issuer") { DefaultValueFactory = _ => "edgesim", Description = "Who orders it." };
        var valid = new Option<string>("--valid") { DefaultValueFactory = _ => "7d", Description = "From now until it must have been imported; -1m comes too late." };
        var verb = new Command("hotlist-sign", "Sign a list of plates for import from a stick: writes LIST.sig beside it.") { file, key, keyId, list, mode, gateway, issuer, valid };
        verb.SetAction((parse, ct) => RunAsync(
            parse.GetRequiredValue(file),
            new ListTyped(parse.GetRequiredValue(list), parse.GetRequiredValue(mode), parse.GetValue(gateway), parse.GetRequiredValue(valid)),
            parse.GetRequiredValue(key), parse.GetRequiredValue(keyId), parse.GetRequiredValue(issuer), ct));
        return verb;
    }

    private static async Task<int> RunAsync(string file, ListTyped typed, string keyFile, string keyId, string issuer, CancellationToken ct)
    {
        try
        {
            if (!DurationText.TryRead(typed.Valid, out var valid))
            {
                throw new FormatException("--valid: write a duration such as 7d");
            }

            string pem = await File.ReadAllTextAsync(keyFile, ct).ConfigureAwait(false);
            var order = SignedOrder.Of(
                new OrderOptions { Root = string.Empty, Site = string.Empty, Gateway = string.Empty, Device = "gateway", Name = "hotlist.import", Args = await ArgsAsync(file, typed, ct).ConfigureAwait(false), Issuer = issuer, Valid = valid, Key = pem, KeyId = keyId },
                TimeProvider.System.GetUtcNow());
            await File.WriteAllBytesAsync(file + ".sig", order.Envelope, ct).ConfigureAwait(false);
            Console.WriteLine(file + ".sig");
            return Exit.Fine;
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException or ArgumentException or CryptographicException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(wrong.Message).ConfigureAwait(false);
            return Exit.BadArguments;
        }
        catch (IOException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message).ConfigureAwait(false);
            return Exit.Failure;
        }
    }

    private static async Task<string> ArgsAsync(string file, ListTyped typed, CancellationToken ct)
    {
        var stream = File.OpenRead(file);
        await using (stream.ConfigureAwait(false))
        {
            var args = new JsonObject
            {
                ["list"] = typed.List,
                ["mode"] = typed.Mode,
                ["sha256"] = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct).ConfigureAwait(false)),
            };
            if (typed.Gateway is not null)
            {
                args["gateway"] = typed.Gateway;
            }

            return args.ToJsonString();
        }
    }

    private sealed record ListTyped(string List, string Mode, string? Gateway, string Valid);
}
