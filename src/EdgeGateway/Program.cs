using EdgeGateway.CommandLine;
using EdgeGateway.Composition;

return await GatewayCommandLine.RunAsync(args, Terminal.OfThisProcess(), GatewayHost.RunAsync);
