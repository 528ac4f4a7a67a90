using System.CommandLine;
using EdgeGateway.Composition;
using EdgeGateway.Configuration;
using EdgeGateway.Store;

namespace EdgeGateway.CommandLine;

/// <summary><c>store status|verify|export --config gateway.json [--json]</c>: a look into the store, also while the gateway runs.</summary>
internal static class StoreVerb
{
    public static Command Command(VerbContext context)
    {
        var config = CommonOptions.Config(context);
        var json = CommonOptions.Json(context);
        var status = new Command("status", context.Say(VerbWords.StoreStatus)) { config, json };
        status.SetAction(parsed => Run(context, parsed.GetRequiredValue(config), settings => Look(context, settings, parsed.GetValue(json))));
        return new Command("store", context.Say(VerbWords.Store)) { status, StoreVerifyVerb.Command(context), StoreExportVerb.Command(context) };
    }

    /// <summary>Reads the configuration, does the work, and says in one sentence what stands in its way.</summary>
    public static int Run(VerbContext context, string path, Func<GatewaySettings, int> work)
    {
        var result = context.Load(path);
        if (!result.Ok)
        {
            context.Terminal.Error.Write(FindingsText.Plain(result.Findings, context.Language));
            context.Terminal.Error.WriteLine(context.Say(VerbWords.Mistakes(result.Findings.Count)));
            return ExitCode.Mistakes;
        }

        try
        {
            return work(result.Settings);
        }
        catch (StoreOpenException cannotLook)
        {
            context.Terminal.Error.WriteLine(context.Say(cannotLook.Words));
            return ExitCode.No;
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            context.Terminal.Error.WriteLine(cannot.Message);
            return ExitCode.No;
        }
    }

    private static int Look(VerbContext context, GatewaySettings settings, bool json)
    {
        var status = StoreInspector.Look(StoreRoom.Options(settings, null));
        context.Terminal.Out.WriteLine(json ? StoreStatusText.Json(status) : context.Say(StoreStatusText.Plain(status, settings.Store.Folder)));
        return ExitCode.Fine;
    }
}
