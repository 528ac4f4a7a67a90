using System.CommandLine;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Store;

namespace EdgeGateway.CommandLine;

/// <summary><c>run --config gateway.json</c>: runs the gateway until SIGTERM or Ctrl-C.</summary>
internal static class RunVerb
{
    public static Command Command(VerbContext context, Func<GatewaySettings, CancellationToken, Task> run)
    {
        var config = CommonOptions.Config(context);
        var verb = new Command("run", context.Say(VerbWords.Run)) { config };
        verb.SetAction((parsed, ct) => RunAsync(context, parsed.GetRequiredValue(config), run, ct));
        return verb;
    }

    private static async Task<int> RunAsync(VerbContext context, string path, Func<GatewaySettings, CancellationToken, Task> run, CancellationToken ct)
    {
        var result = context.Load(path);
        if (!result.Ok)
        {
            await context.Terminal.Error.WriteAsync(FindingsText.Plain(result.Findings, context.Language)).ConfigureAwait(false);
            await context.Terminal.Error.WriteLineAsync(context.Say(VerbWords.Mistakes(result.Findings.Count))).ConfigureAwait(false);
            return ExitCode.Mistakes;
        }

        try
        {
            await run(result.Settings, ct).ConfigureAwait(false);
            return Environment.ExitCode;
        }
        catch (Exception cannotStart) when (cannotStart is IOException or StoreOpenException)
        {
            await context.Terminal.Error.WriteLineAsync(context.Say(VerbWords.CannotRun(cannotStart is StoreOpenException store ? store.Words : new Words(cannotStart.Message, cannotStart.Message)))).ConfigureAwait(false);
            return ExitCode.No;
        }
    }
}
