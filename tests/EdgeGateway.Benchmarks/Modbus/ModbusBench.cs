using System.Globalization;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Benchmarks.Modbus;

/// <summary>(i): 2,000 points of 20 units, every second, over one link; beside it the same reads in a plain loop on pymodbus.</summary>
internal sealed class ModbusBench(int seconds, TextWriter output)
{
    private const int Units = 20;
    private const int Points = 100;

    /// <summary>As EdgeGateway.csproj sets the gateway's own process.</summary>
    private static readonly Dictionary<string, string> s_asTheGateway = new() { ["DOTNET_TieredPGO"] = "0", ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0" };

    public static async Task<int> PrintAsync(bool isShort, TextWriter output)
    {
        await using var slave = ChildProcess.Start(Binaries.Bench, ["modbus-slave"]);
        await Wait.UntilAsync(() => slave.Lines.Count == 1, TimeSpan.FromSeconds(30), () => slave.Output);
        int port = int.Parse(slave.Lines.First().Split(' ')[1], CultureInfo.InvariantCulture);
        await new ModbusBench(isShort ? 5 : 20, output).RunAsync(slave, port);
        return 0;
    }

    /// <summary>The poller, in a process of its own that is set as the gateway is.</summary>
    public static async Task<int> PollAsync(int port, int seconds, TextWriter output)
    {
        // Once to warm up: what is compiled in the first seconds is not what polling costs.
        await PollAsync(port, 3);
        var (cpu, readings, missed) = await PollAsync(port, seconds);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"polled {cpu:0.000} {readings} {missed}"));
        return 0;
    }

    private async Task RunAsync(ChildProcess slave, int port)
    {
        await using var poller = ChildProcess.Start(Binaries.Bench, ["modbus-poll", $"{port}", $"{seconds}"], s_asTheGateway);
        await poller.ExitAsync(TimeSpan.FromSeconds(seconds + 60));
        string[] polled = poller.Lines.Last().Split(' ');
        string[] ours = await LinkAsync(slave, 2);
        await output.WriteLineAsync(
            $"| (i) {Units * Points:N0} Modbus points of {Units} units every second over one link, {seconds} s | CPU {Percent(polled[1])} of one core, begin of a round off its grid p50 {ours[2]} ms, p99 {ours[3]} ms | "
            + $"{ours[1]} requests, {polled[2]} readings of points, rounds missed {polled[3]}, furthest off {ours[4]} ms |");
        await BesideAsync(slave, port);
    }

    private static async Task<(double Cpu, long Readings, long Missed)> PollAsync(int port, double seconds)
    {
        var masters = new ModbusMasters(new TcpDialer(), new SerialLines(TimeProvider.System), TimeProvider.System);
        await using var master = await masters.OpenAsync(new ModbusBusSettings(new DeviceAddress("127.0.0.1", port), null, TimeSpan.FromSeconds(1)), CancellationToken.None);
        var poller = new BusPoller(master, [.. Enumerable.Range(1, Units).Select(Unit)], new BusLimits(), TimeProvider.System);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        long readings = 0;
        var before = Environment.CpuUsage.TotalTime;
        await poller.RunAsync(
            (round, _) =>
            {
                readings += round.Points.Count(reading => reading.Quality == PointQuality.Good);
                return ValueTask.CompletedTask;
            },
            stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return ((Environment.CpuUsage.TotalTime - before).TotalSeconds, readings, poller.Missed);
    }

    private async Task BesideAsync(ChildProcess slave, int port)
    {
        string script = Path.Combine(Binaries.Root, "tests", "EdgeGateway.Benchmarks", "Modbus", "poll.py");
        await using var python = ChildProcess.Start("/usr/bin/python3", [script, "127.0.0.1", $"{port}", $"{Units}", $"{seconds}"]);
        if (await python.ExitAsync(TimeSpan.FromSeconds(seconds + 60)) != 0)
        {
            await output.WriteLineAsync("| (i) the same reads in a loop on pymodbus | not measured: python3-pymodbus is missing | |");
            return;
        }

        string cpu = python.Lines.Last(line => line.StartsWith("cpu ", StringComparison.Ordinal))[4..];
        string[] theirs = await LinkAsync(slave, 3);
        await output.WriteLineAsync(
            $"| (i) the same reads in a loop on pymodbus, start of python included | CPU {Percent(cpu)} of one core, p50 {theirs[2]} ms, p99 {theirs[3]} ms | {theirs[1]} requests, furthest off {theirs[4]} ms |");
    }

    private static async Task<string[]> LinkAsync(ChildProcess slave, int link)
    {
        await Wait.UntilAsync(() => slave.Lines.Count > link, TimeSpan.FromSeconds(30), () => slave.Output);
        return slave.Lines.ElementAt(link).Split(' ');
    }

    private string Percent(string cpu) => string.Create(CultureInfo.InvariantCulture, $"{100 * double.Parse(cpu, CultureInfo.InvariantCulture) / seconds:0.0} %");

    /// <summary>30 bits, 60 words with gaps and 10 words: three requests.</summary>
    private static BusUnit Unit(int address) => new($"unit-{address}", (byte)address,
    [
        .. Enumerable.Range(0, 30).Select(i => new ModbusPoint { Name = $"bit-{i}", Area = ModbusArea.Discrete, Address = (ushort)i, Type = ModbusType.Bool }),
        .. Enumerable.Range(0, 60).Select(i => new ModbusPoint { Name = $"input-{i}", Area = ModbusArea.Input, Address = (ushort)(2 * i), Scale = 0.1m }),
        .. Enumerable.Range(0, 10).Select(i => new ModbusPoint { Name = $"holding-{i}", Area = ModbusArea.Holding, Address = (ushort)i }),
    ]);
}
