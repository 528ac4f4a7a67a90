using EdgeGateway.CommandLine;

return await GatewayCommandLine.RunAsync(args, Terminal.OfThisProcess(), static (_, _) => Task.CompletedTask);
