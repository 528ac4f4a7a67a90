using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.Benchmarks.Store;

return args switch
{
    ["gateway"] => await GatewayBench.PrintAsync(BenchSize.Full, Console.Out),
    ["gateway", "--short"] => await GatewayBench.PrintAsync(BenchSize.Short, Console.Out),
    ["store"] => await StoreBenchmark.RunAsync(Console.Out),
    ["store-child", var folder, var seed] => await StoreChild.RunAsync(folder, seed, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: edgebench gateway [--short] | store | store-child FOLDER SEED");
    return 2;
}
