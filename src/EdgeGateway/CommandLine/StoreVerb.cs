using System.CommandLine;
using EdgeGateway.Composition;
using EdgeGateway.Configuration;
using EdgeGateway.Store;

namespace EdgeGateway.CommandLine;

/// <summary><c>store status --config gateway.json [--json]</c>: the store in figures, also while the gateway runs.</summary>
internal static class StoreVerb
{
    public static Command Command(VerbContext context)
    {
        var config = CommonOptions.Config(context);
        var json = CommonOptions.Json(context);
        var status = new Command("status", context.Say(VerbWords.StoreStatus)) { config, json };
        status.SetAction(parsed => Status(context, parsed.GetRequiredValue(config), parsed.GetValue(json)));
        return new Command("store", context.Say(VerbWords.Store)) { status };
    }

    private static int Status(VerbContext context, string path, bool json)
    {
        var result = context.Load(path);
        if (!result.Ok)
        {
            context.Terminal.Error.Write(FindingsText.Plain(result.Findings, context.Language));
            context.Terminal.Error.WriteLine(context.Say(VerbWords.Mistakes(result.Findings.Count)));
            return ExitCode.Mistakes;
        }

        return Look(context, result.Settings, json);
    }

    private static int Look(VerbContext context, GatewaySettings settings, bool json)
    {
        try
        {
            var status = StoreInspector.Look(StoreRoom.Options(settings, null));
            context.Terminal.Out.WriteLine(json ? StoreStatusText.Json(status) : context.Say(StoreStatusText.Plain(status, settings.Store.Folder)));
            return ExitCode.Fine;
        }
        catch (StoreOpenException cannotLook)
        {
            context.Terminal.Error.WriteLine(cannotLook.Message);
            return ExitCode.No;
        }
    }
}
