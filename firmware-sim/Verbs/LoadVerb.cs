using System.CommandLine;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Load;
using EdgeGateway.Sim.Scenarios;

namespace EdgeGateway.Sim.Verbs;

/// <summary><c>edgesim load --driver hikvision-anpr --devices N --rate R --count C ...</c></summary>
public static class LoadVerb
{
    public static Command Create()
    {
        var driver = new Option<string>("--driver") { DefaultValueFactory = _ => DeviceReader.HikvisionAnpr, Description = "hikvision-anpr." };
        driver.AcceptOnlyFromAmong(DeviceReader.HikvisionAnpr);
        var mode = new Option<string>("--mode") { DefaultValueFactory = _ => "push", Description = "push; pulled cameras are load by a scenario." };
        mode.AcceptOnlyFromAmong("push");
        var target = new Option<string>("--target") { DefaultValueFactory = _ => "http://127.0.0.1:8081/{device}/{token}", Description = "{device} and {token} are filled in." };
        var devices = new Option<int>("--devices") { DefaultValueFactory = _ => 8 };
        var prefix = new Option<string>("--prefix") { DefaultValueFactory = _ => "cam-", Description = "Devices are PREFIX01, PREFIX02, ..." };
        var token = new Option<string>("--token") { DefaultValueFactory = _ => "" };
        var rate = new Option<double>("--rate") { Description = "Posts a second over all; 0: as fast as answers come." };
        var count = new Option<long>("--count") { Description = "Posts over all; 0: until --seconds are over." };
        var seconds = new Option<double>("--seconds") { Description = "0: until --count is reached." };
        var connections = new Option<int>("--connections") { Description = "Over all; default one a device." };
        var pictures = new Option<int>("--pictures") { Description = "Pictures of each post, 0 to 8." };
        var bytes = new Option<int>("--picture-bytes") { DefaultValueFactory = _ => 200_000 };
        var plate = new Option<int>("--plate-bytes") { Description = "Length of the plate's crop; 0: as --picture-bytes." };
        var (seed, ledger) = (new Option<ulong>("--seed") { DefaultValueFactory = _ => 1 }, new Option<string?>("--ledger") { Description = "Truth ledger to append to." });
        var verb = new Command("load", "Post as fast as told and measure the answers.")
            { driver, mode, target, devices, prefix, token, rate, count, seconds, connections, pictures, bytes, plate, seed, ledger };
        verb.SetAction((parse, ct) => RunAsync(
            new LoadOptions
            {
                Target = parse.GetRequiredValue(target),
                Devices = parse.GetValue(devices),
                Prefix = parse.GetRequiredValue(prefix),
                Token = parse.GetRequiredValue(token),
                Rate = parse.GetValue(rate),
                Count = parse.GetValue(count),
                Duration = TimeSpan.FromSeconds(parse.GetValue(seconds)),
                Connections = parse.GetValue(connections) is > 0 and var many ? many : parse.GetValue(devices),
                Pictures = parse.GetValue(pictures),
                PictureBytes = parse.GetValue(bytes),
                PlateBytes = parse.GetValue(plate),
                Seed = parse.GetValue(seed),
            },
            parse.GetValue(ledger),
            ct));
        return verb;
    }

    private static async Task<int> RunAsync(LoadOptions options, string? ledgerPath, CancellationToken ct)
    {
        if (Mistake(options) is { } mistake)
        {
            await Console.Error.WriteLineAsync(mistake).ConfigureAwait(false);
            return Exit.BadArguments;
        }

        using TruthLedger? ledger = ledgerPath is null ? null : new TruthLedger(ledgerPath);
        LoadResult result = await new LoadGenerator(options, ledger, TimeProvider.System).RunAsync(ct).ConfigureAwait(false);
        Console.WriteLine(result.Line);
        return result.Ok > 0 && result.Failed == 0 && result.Refused == 0 ? Exit.Fine : Exit.Failure;
    }

    private static string? Mistake(LoadOptions options) => options switch
    {
        { Devices: < 1 } => "--devices: must be 1 or more",
        { Pictures: < 0 or > 8 } => "--pictures: must be 0 to 8",
        { PictureBytes: < 200 or > 16_000_000 } => "--picture-bytes: must be 200 to 16000000",
        { PlateBytes: not 0 and (< 200 or > 16_000_000) } => "--plate-bytes: must be 200 to 16000000",
        { Rate: < 0 } => "--rate: must not be negative",
        { Count: <= 0, Duration.Ticks: <= 0 } => "--count or --seconds: give at least one, or the load would never end",
        _ when !Uri.TryCreate(options.Target.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out Uri? target) || target.Scheme != Uri.UriSchemeHttp
            => "--target: must be http://host:port/{device}/{token}",
        _ => null,
    };
}
