using System.CommandLine;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.CommandLine;

/// <summary>The command <c>edgegateway</c> and its verbs.</summary>
public static class GatewayCommandLine
{
    /// <param name="args">As typed.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="run">Runs a gateway until it is told to stop; it minds SIGTERM and SIGINT itself.</param>
    /// <returns>The exit code: 0 fine, 1 the answer is no, 2 mistakes in the configuration or in what was typed.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, Func<GatewaySettings, CancellationToken, Task> run) =>
        RunAsync(args, terminal, run, DriverCatalog.All, DecoderCatalog.All);

    /// <param name="args">As typed.</param>
    /// <param name="terminal">Where to read and write.</param>
    /// <param name="run">Runs a gateway until it is told to stop.</param>
    /// <param name="drivers">Drivers that a configuration may name.</param>
    /// <param name="decoders">Protocols that <c>decode</c> knows.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        Terminal terminal,
        Func<GatewaySettings, CancellationToken, Task> run,
        IReadOnlyList<DriverDescriptor> drivers,
        IReadOnlyList<IProtocolDecoder> decoders)
    {
        var context = new VerbContext(terminal, drivers, Language.Of(args, terminal.Environment));
        var parsed = Root(context, run, decoders).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        int code;
        if (parsed.Errors.Count > 0)
        {
            code = UsageMistakes.Report(parsed, context);
        }
        else
        {
            // No time-out on SIGTERM here: the host stops in order and has a limit of its own.
            var invocation = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, ProcessTerminationTimeout = null, EnableDefaultExceptionHandler = false };
            code = await parsed.InvokeAsync(invocation).ConfigureAwait(false);
        }

        await terminal.Out.FlushAsync().ConfigureAwait(false);
        return code;
    }

    private static RootCommand Root(VerbContext context, Func<GatewaySettings, CancellationToken, Task> run, IReadOnlyList<IProtocolDecoder> decoders) => new(context.Say(VerbWords.Root))
    {
        CommonOptions.Lang(context),
        RunVerb.Command(context, run),
        CheckVerb.Command(context),
        DoctorVerb.Command(context),
        DecodeVerb.Command(context, decoders),
        StoreVerb.Command(context),
    };
}
