using System.Globalization;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Mavlink;

/// <summary>(k): processor time to decode 1,000 MAVLink frames, every message to its fields; beside it node-mavlink on the same bytes.</summary>
internal sealed class MavlinkBench(string packages, bool isShort, TextWriter output)
{
    /// <summary>As EdgeGateway.csproj sets the gateway's own process.</summary>
    private static readonly Dictionary<string, string> s_asTheGateway = new() { ["DOTNET_TieredPGO"] = "0" };

    private int Rounds => isShort ? 5 : 30;

    /// <param name="packages">Folder whose <c>node_modules</c> has node-mavlink.</param>
    /// <param name="isShort">Fewer rounds.</param>
    /// <param name="output">Takes the rows.</param>
    public static async Task<int> PrintAsync(string packages, bool isShort, TextWriter output)
    {
        string recording = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(recording, MavlinkRecording.Make());
            await new MavlinkBench(packages, isShort, output).RunAsync(recording);
            return 0;
        }
        finally
        {
            File.Delete(recording);
        }
    }

    /// <summary>In a process of its own that is set as the gateway is.</summary>
    public static async Task<int> DecodeAsync(string file, int rounds, TextWriter output)
    {
        byte[] recording = await File.ReadAllBytesAsync(file);

        // Long enough for the last tier of the compiler, which works beside.
        for (int i = 0; i < 20; i++)
        {
            MavlinkReadings.Decode(recording);
            await Task.Delay(20);
        }

        var before = Environment.CpuUsage.TotalTime;
        (long frames, long sum) = (0, 0);
        for (int i = 0; i < rounds; i++)
        {
            var (found, lat) = MavlinkReadings.Decode(recording);
            (frames, sum) = (frames + found, sum + lat);
        }

        double cpu = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"decoded {cpu:0.0000} {frames} {sum}"));
        return 0;
    }

    private async Task RunAsync(string recording)
    {
        // Many more rounds of ours: processor time is told in steps of a clock tick.
        var ours = await RoundsAsync(Binaries.Bench, ["mavlink-decode", recording, $"{Rounds * 20}"]);
        string script = Path.Combine(Binaries.Root, "tests", "EdgeGateway.Benchmarks", "Mavlink", "decode.cjs");
        var theirs = await RoundsAsync("/usr/bin/node", [script, packages, recording, $"{Rounds}"]);
        bool isSame = ours.Frames == theirs.Frames * 20 && ours.Sum == theirs.Sum * 20;
        string same = isSame ? "both read the same frames and latitudes" : string.Create(CultureInfo.InvariantCulture, $"NOT the same: {ours.Frames / 20} and {theirs.Frames} frames");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| (k) 1,000 MAVLink frames decoded, every field, of {ours.Frames / (Rounds * 20):N0} that 6 vehicles tell in a minute | {Per1000(ours):0.000} ms of CPU | node-mavlink 2.3.0: {Per1000(theirs):0.00} ms, {Per1000(theirs) / Per1000(ours):0.0} times as much; {same} |"));
    }

    private static double Per1000((double Cpu, long Frames, double Sum) decoded) => decoded.Cpu * 1_000_000 / decoded.Frames;

    private static async Task<(double Cpu, long Frames, double Sum)> RoundsAsync(string program, string[] arguments)
    {
        await using var child = ChildProcess.Start(program, arguments, s_asTheGateway);
        if (await child.ExitAsync(TimeSpan.FromMinutes(5)) != 0)
        {
            throw new InvalidOperationException($"{program} did not decode:\n{child.Output}");
        }

        string[] words = child.Lines.Last(line => line.StartsWith("decoded ", StringComparison.Ordinal)).Split(' ');
        return (double.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture), double.Parse(words[3], CultureInfo.InvariantCulture));
    }
}
