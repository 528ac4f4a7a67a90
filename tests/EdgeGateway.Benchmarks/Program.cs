using System.Globalization;
using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.Benchmarks.Store;

return args switch
{
    ["gateway"] => await GatewayBench.PrintAsync(BenchSize.Full, Console.Out),
    ["gateway", "--short"] => await GatewayBench.PrintAsync(BenchSize.Short, Console.Out),
    ["store"] => await StoreBenchmark.RunAsync(Console.Out),
    ["store-start", var count] => await StoreStart.RunAsync(count, Console.Out),
    ["store-child", var folder, var seed] => await StoreChild.RunAsync(folder, seed, int.MaxValue, Console.Out),
    ["store-child", var folder, var seed, var readings] => await StoreChild.RunAsync(folder, seed, int.Parse(readings, CultureInfo.InvariantCulture), Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: edgebench gateway [--short] | store | store-start COUNT | store-child FOLDER SEED [READINGS]");
    return 2;
}
