using System.CommandLine;
using EdgeGateway.Configuration;

namespace EdgeGateway.CommandLine;

/// <summary><c>check --config gateway.json [--json]</c>: every mistake of a configuration at once. Opens no socket.</summary>
internal static class CheckVerb
{
    public static Command Command(VerbContext context)
    {
        var config = CommonOptions.Config(context);
        var json = CommonOptions.Json(context);
        var verb = new Command("check", context.Say(VerbWords.Check)) { config, json };
        verb.SetAction(parsed => Run(context, parsed.GetRequiredValue(config), parsed.GetValue(json)));
        return verb;
    }

    private static int Run(VerbContext context, string path, bool json)
    {
        var result = context.Load(path);
        if (json)
        {
            context.Terminal.Out.WriteLine(FindingsText.Json(result.Findings, context.Language));
        }
        else
        {
            context.Terminal.Out.Write(FindingsText.Plain(result.Findings, context.Language));
            context.Terminal.Out.WriteLine(context.Say(result.Ok ? Fine(result.Settings) : VerbWords.Mistakes(result.Findings.Count)));
        }

        return result.Ok ? ExitCode.Fine : ExitCode.Mistakes;
    }

    private static Drivers.Abstractions.Settings.Words Fine(GatewaySettings settings) =>
        VerbWords.Fine(settings.Site, settings.Gateway, settings.Devices.Count(device => device.Enabled), settings.Uplink.Brokers.Count);
}
