using System.Globalization;
using EdgeGateway.Benchmarks.Gateway;
using EdgeGateway.Benchmarks.HotList;
using EdgeGateway.Benchmarks.Kiosks;
using EdgeGateway.Benchmarks.Mavlink;
using EdgeGateway.Benchmarks.Modbus;
using EdgeGateway.Benchmarks.Peers;
using EdgeGateway.Benchmarks.Radio;
using EdgeGateway.Benchmarks.Store;

return args switch
{
    ["gateway"] => await GatewayBench.PrintAsync(BenchSize.Full, Console.Out),
    ["gateway", "--short"] => await GatewayBench.PrintAsync(BenchSize.Short, Console.Out),
    ["drain"] => await DrainBench.PrintAsync(isShort: false, Console.Out),
    ["drain", "--short"] => await DrainBench.PrintAsync(isShort: true, Console.Out),
    ["drain-child", .. var rest] => await DrainChild.RunAsync(rest, Console.Out),
    ["passages"] => await PassageBench.PrintAsync(3_000, Console.Out),
    ["passages", "--short"] => await PassageBench.PrintAsync(500, Console.Out),
    ["hotlist"] => await HotListBench.PrintAsync(isShort: false, Console.Out),
    ["hotlist", "--short"] => await HotListBench.PrintAsync(isShort: true, Console.Out),
    ["radio"] => await RadioBench.PrintAsync(isShort: false, Console.Out),
    ["radio", "--short"] => await RadioBench.PrintAsync(isShort: true, Console.Out),
    ["modbus"] => await ModbusBench.PrintAsync(isShort: false, Console.Out),
    ["modbus", "--short"] => await ModbusBench.PrintAsync(isShort: true, Console.Out),
    ["modbus-poll", var port, var seconds] => await ModbusBench.PollAsync(int.Parse(port, CultureInfo.InvariantCulture), int.Parse(seconds, CultureInfo.InvariantCulture), Console.Out),
    ["modbus-slave"] => await ModbusSlaveChild.RunAsync(Console.Out),
    ["kiosks"] => await KioskBench.PrintAsync(isShort: false, Console.Out),
    ["kiosks", "--short"] => await KioskBench.PrintAsync(isShort: true, Console.Out),
    ["kiosk-child", var kiosks] => await KioskChild.RunAsync(int.Parse(kiosks, CultureInfo.InvariantCulture), Console.Out),
    ["mavlink", var packages] => await MavlinkBench.PrintAsync(packages, isShort: false, Console.Out),
    ["mavlink", var packages, "--short"] => await MavlinkBench.PrintAsync(packages, isShort: true, Console.Out),
    ["mavlink-decode", var recording, var rounds] => await MavlinkBench.DecodeAsync(recording, int.Parse(rounds, CultureInfo.InvariantCulture), Console.Out),
    ["peers", var packages] => await PeerBench.PrintAsync(packages, Console.Out),
    ["store"] => await StoreBenchmark.RunAsync(Console.Out),
    ["store-start", var count] => await StoreStart.RunAsync(count, Console.Out),
    ["store-child", var folder, var seed] => await StoreChild.RunAsync(folder, seed, int.MaxValue, Console.Out),
    ["store-child", var folder, var seed, var readings] => await StoreChild.RunAsync(folder, seed, int.Parse(readings, CultureInfo.InvariantCulture), Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: edgebench gateway [--short] | drain [--short] | passages [--short] | hotlist [--short] | radio [--short] | modbus [--short] | kiosks [--short] | mavlink FOLDER-OF-NODE-MODULES [--short] | peers FOLDER-OF-NODE-MODULES | store | store-start COUNT | store-child FOLDER SEED [READINGS]");
    return 2;
}
