using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>(f): passages with a scene of 300 KB and a plate of 20 KB each, counted when the camera hears that all of it is durable.</summary>
internal sealed class PassageBench(int count, TextWriter output)
{
    private const int SceneBytes = 300_000;
    private const int PlateBytes = 20_000;
    private const int Cameras = 16;
    private const double PassageMegabytes = (SceneBytes + PlateBytes) / 1e6;

    public static async Task<int> PrintAsync(int count, TextWriter output)
    {
        await new PassageBench(count, output).RunAsync();
        return 0;
    }

    private async Task RunAsync()
    {
        string folder = Path.Combine(Path.GetTempPath(), "edgebench-" + Guid.NewGuid().ToString("n"));
        double stream = await DiskLimit.StreamAsync(folder);
        double files = await DiskLimit.FilesAsync(folder, SceneBytes + PlateBytes, count);
        await RowAsync("(f) disk: fio, one file, synced at the end", $"{stream:N0} MB/s", "");
        await RowAsync($"    disk: fio, {count:N0} files of {PassageMegabytes * 1000:N0} KB, 4 at a time, each synced", $"{files:N0} MB/s", "");
        await GatewayAsync("broker away", null, stream, files);
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await GatewayAsync("delivering at the same time", broker.Port, stream, files);
    }

    private async Task GatewayAsync(string how, int? broker, double stream, double files)
    {
        await using var site = new TestSite(broker ?? TestSite.FreePort(), cameras: Cameras);
        var gateway = site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || site.InboxAnswers(), TimeSpan.FromSeconds(30), () => gateway.Output);
        using var warm = await LoadAsync(site, count / 5);
        double before = ProcessTime.Seconds(gateway.Id);
        var watch = Stopwatch.StartNew();
        using var result = await LoadAsync(site, count);
        double seconds = watch.Elapsed.TotalSeconds;
        double cpu = ProcessTime.Seconds(gateway.Id) - before;
        double megabytes = count * PassageMegabytes / seconds;
        await RowAsync(
            $"    gateway, {count:N0} passages over {Cameras} cameras, {how}",
            $"{count / seconds:N0}/s, {megabytes:N0} MB/s",
            string.Create(CultureInfo.InvariantCulture, $"{megabytes / stream:0.00} of the one file, {megabytes / files:0.00} of the synced files"));
        await RowAsync(
            "    its CPU per passage",
            string.Create(CultureInfo.InvariantCulture, $"{1000 * cpu / count:0.00} ms"),
            string.Create(CultureInfo.InvariantCulture, $"{cpu / seconds:0.00} of {Environment.ProcessorCount} cores; p99 to the camera's 200 {result.RootElement.GetProperty("p99Ms").GetDouble():0.0} ms"));
        await RowAsync("    highest memory", $"{ProcessMemory.Megabytes(gateway.Id, "VmHWM"):0} MB", "");
    }

    private static async Task<JsonDocument> LoadAsync(TestSite site, int count)
    {
        await using var load = ChildProcess.Start(Binaries.Simulator, [
            "load", "--driver", "hikvision-anpr", "--devices", Text(Cameras), "--rate", "0", "--count", Text(count), "--token", "token-of-this-test",
            "--pictures", "2", "--picture-bytes", Text(SceneBytes), "--plate-bytes", Text(PlateBytes),
            "--seed", Text(Random.Shared.Next()), "--target", $"http://127.0.0.1:{site.InboxPort}/{{device}}/{{token}}"]);
        int code = await load.ExitAsync(TimeSpan.FromMinutes(5));
        string line = load.Lines.LastOrDefault(text => text.StartsWith('{')) ?? throw new InvalidOperationException($"load said (exit {code}): {load.Output}");
        return JsonDocument.Parse(line);
    }

    private Task RowAsync(string what, string figure, string beside) => output.WriteLineAsync($"| {what} | {figure} | {beside} |");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
