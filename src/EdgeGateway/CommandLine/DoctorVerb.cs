using System.CommandLine;
using System.Net;
using EdgeGateway.Doctor;
using EdgeGateway.Drivers.Onvif;

namespace EdgeGateway.CommandLine;

/// <summary><c>doctor --config gateway.json [--json] [--discover [--discover-at ADDRESS:PORT]]</c>: asks the devices what a configuration cannot tell. 0 fine, 2 findings.</summary>
internal static class DoctorVerb
{
    public static Command Command(VerbContext context)
    {
        var config = CommonOptions.Config(context);
        var json = CommonOptions.Json(context);
        var discover = new Option<bool>("--discover") { Description = context.Say(DoctorWords.Discover) };
        var at = new Option<string?>("--discover-at") { Description = context.Say(DoctorWords.DiscoverAt), HelpName = "ADDRESS:PORT" };
        at.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !IPEndPoint.TryParse(text, out _))
            {
                result.AddError(context.Say(DoctorWords.NotAnAddress));
            }
        });
        var verb = new Command("doctor", context.Say(DoctorWords.Verb)) { config, json, discover, at };
        verb.SetAction((parsed, ct) => RunAsync(context, parsed.GetRequiredValue(config), parsed.GetValue(json), Where(parsed.GetValue(discover), parsed.GetValue(at)), ct));
        return verb;
    }

    private static IPEndPoint? Where(bool discover, string? at) =>
        at is not null ? IPEndPoint.Parse(at) : discover ? OnvifDiscovery.Everybody : null;

    private static async Task<int> RunAsync(VerbContext context, string path, bool json, IPEndPoint? discover, CancellationToken ct)
    {
        var loaded = context.Load(path);
        if (!loaded.Ok)
        {
            context.Terminal.Error.Write(FindingsText.Plain(loaded.Findings, context.Language));
            context.Terminal.Error.WriteLine(context.Say(VerbWords.Mistakes(loaded.Findings.Count)));
            return ExitCode.Mistakes;
        }

        var results = await DoctorRound.Of(loaded.Settings, discover, TimeProvider.System).RunAsync(ct).ConfigureAwait(false);
        context.Terminal.Out.Write(json ? DoctorText.Json(results, context.Language) + "\n" : DoctorText.Plain(results, context.Language));
        return results.All(result => result.Ok) ? ExitCode.Fine : ExitCode.Mistakes;
    }
}
