using System.CommandLine;
using System.Text;
using EdgeGateway.Sim.Verbs;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var root = new RootCommand("edgesim: simulated field devices, the platform's side, and the ledger that compares the two.")
{
    RunVerb.Create(),
    TwinVerb.Create(),
    LoadVerb.Create(),
    WatchVerb.Create(),
    VerifyVerb.Create(),
};
ParseResult parse = root.Parse(args);
int exit = await parse.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
return parse.Errors.Count > 0 ? Exit.BadArguments : exit;
