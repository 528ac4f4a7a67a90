using EdgeGateway.Benchmarks.Store;

return args switch
{
    ["store"] => await StoreBenchmark.RunAsync(Console.Out),
    ["store-child", var folder, var seed] => await StoreChild.RunAsync(folder, seed, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("edgebench store | store-child FOLDER SEED");
    return 2;
}
