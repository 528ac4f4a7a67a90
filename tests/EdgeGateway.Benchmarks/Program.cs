using EdgeGateway.Benchmarks.Gateway;

switch (args.FirstOrDefault())
{
    case "gateway":
        foreach (var row in await new GatewayBench(args.Contains("--short") ? BenchSize.Short : BenchSize.Full).RunAsync())
        {
            Console.WriteLine($"| {row.What} | {row.Figure} | {row.Beside} |");
        }

        return 0;
    default:
        Console.Error.WriteLine("usage: edgebench gateway [--short]");
        return 2;
}
