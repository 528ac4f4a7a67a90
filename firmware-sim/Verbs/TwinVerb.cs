using System.CommandLine;
using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim twin DRIVER [options]</c>: one device by hand.</summary>
public static class TwinVerb
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Driver it is made for: hikvision-anpr, dahua-anpr." };
        name.AcceptOnlyFromAmong(DeviceReader.HikvisionAnpr, DeviceReader.DahuaAnpr);
        var id = new Option<string>("--id") { DefaultValueFactory = _ => "cam-01", Description = "Device id." };
        var target = new Option<string?>("--target") { Description = "Push: http://host:port/{device}/{token}." };
        var listen = new Option<string?>("--listen") { Description = "Pull: address:port to listen on." };
        var user = new Option<string>("--user") { DefaultValueFactory = _ => "admin" };
        var password = new Option<string>("--password") { DefaultValueFactory = _ => "" };
        var profile = new Option<string?>("--profile") { Description = "Profile file (JSON)." };
        var rate = new Option<double>("--rate") { DefaultValueFactory = _ => 1, Description = "Passages a second." };
        var count = new Option<long>("--count") { DefaultValueFactory = _ => long.MaxValue, Description = "Most passages." };
        var seed = new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 };
        var ledger = new Option<string?>("--ledger");
        var verb = new Command("twin", "One simulated device by hand.") { name, id, target, listen, user, password, profile, rate, count, seed, ledger };
        verb.SetAction(async (parse, ct) =>
        {
            var mistakes = new List<Mistake>();
            string? address = parse.GetValue(listen);
            ScenarioDevice device = new()
            {
                Id = parse.GetRequiredValue(id),
                Driver = parse.GetRequiredValue(name),
                Mode = address is null ? DeviceMode.Push : DeviceMode.Pull,
                Profile = Profile(parse.GetValue(profile), mistakes),
                Rate = parse.GetValue(rate),
                Count = parse.GetValue(count),
                Url = Uri.TryCreate(parse.GetValue(target), UriKind.Absolute, out Uri? url) ? url : null,
                Listen = IPEndPoint.TryParse(address ?? "", out IPEndPoint? end) ? end : null,
                User = parse.GetRequiredValue(user),
                Password = parse.GetRequiredValue(password),
            };
            Check(device, mistakes);
            return await PlayAsync(device, mistakes, parse.GetValue(seed), parse.GetValue(ledger), ct).ConfigureAwait(false);
        });
        return verb;
    }

    private static async Task<int> PlayAsync(ScenarioDevice device, List<Mistake> mistakes, ulong seed, string? ledger, CancellationToken ct)
    {
        if (mistakes.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', mistakes)).ConfigureAwait(false);
            return Exit.BadArguments;
        }

        return await RunVerb.PlayAsync(new Scenario { Seed = seed, Devices = [device] }, ledger, ct).ConfigureAwait(false);
    }

    private static CameraProfile Profile(string? file, List<Mistake> mistakes)
    {
        JsonElement? root = file is null ? null : JsonFile.Read(file, "--profile", mistakes);
        return root is { } json ? CameraProfileReader.Read(new JsonSection(json, "", mistakes)) : new CameraProfile();
    }

    private static void Check(ScenarioDevice device, List<Mistake> mistakes)
    {
        if (device.Listen is null && device.Url is not { Scheme: "http" })
        {
            mistakes.Add(new Mistake("--target", "give --target http://host:port/{device}/{token} to push, or --listen address:port to be pulled"));
        }

        if (device.Rate <= 0)
        {
            mistakes.Add(new Mistake("--rate", "must be above 0"));
        }
    }
}
