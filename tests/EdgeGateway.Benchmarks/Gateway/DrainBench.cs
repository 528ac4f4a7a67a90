using System.Globalization;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>(f): a backlog leaves while live events and alarms come, from a process of its own through a real broker.</summary>
internal sealed class DrainBench(int backlog, TextWriter output)
{
    /// <summary>No backlog reaches it: everything goes one by one.</summary>
    private const int NeverPacked = 1_000_000_000;

    private const int Packed = 5_000;

    public static Task<int> PrintAsync(bool isShort, TextWriter output) => new DrainBench(isShort ? 100_000 : 1_000_000, output).RunAsync();

    private async Task<int> RunAsync()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency);
        await OneAsync(broker.Port, "packed", Packed, backlog, backlog / 50);
        await OneAsync(broker.Port, "one by one", NeverPacked, backlog / 5, 0);
        return 0;
    }

    private async Task OneAsync(int broker, string how, int threshold, int count, int pictures)
    {
        string folder = Directory.CreateTempSubdirectory("edge-drain-").FullName;
        try
        {
            await FullStore.FillAsync(folder, DrainChild.Gateway, count, pictures);
            using var batches = new CountingSubscriber(broker, "edge/v1/+/+/+/up/batch", keep: true);
            using var events = new CountingSubscriber(broker, "edge/v1/+/+/+/up/event/live/#", measureLatency: true);
            using var alarms = new CountingSubscriber(broker, "edge/v1/+/+/+/up/alarm/#", measureLatency: true);
            using var files = new CountingSubscriber(broker, "edge/v1/+/+/+/up/media/#");
            using var singles = new CountingSubscriber(broker, "edge/v1/+/+/+/up/event/#");
            using var result = await DrainAsync(broker, folder, threshold, count);
            await Task.Delay(1_000);
            await PrintAsync(how, count, result.RootElement, events, alarms);
            await output.WriteLineAsync($"|     arrived | {Arrived(batches) + singles.Count + alarms.Count:N0} of {result.RootElement.GetProperty("sent").GetInt64():N0} | in {batches.Count:N0} batches and {singles.Count:N0} single messages |");
            if (pictures > 0)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"|     pictures of 20 KB that waited beside them | {files.Count:N0} of {pictures:N0} arrived | all of it gone after {result.RootElement.GetProperty("emptySeconds").GetDouble():0.0} s |"));
            }

        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonDocument> DrainAsync(int broker, string folder, int threshold, int count)
    {
        await using var child = ChildProcess.Start(Binaries.Bench, ["drain-child", Text(broker), folder, Text(threshold), Text(count)]);
        int code = await child.ExitAsync(TimeSpan.FromMinutes(5));
        string line = child.Lines.LastOrDefault(text => text.StartsWith('{')) ?? throw new InvalidOperationException($"drain said (exit {code}): {child.Output}");
        return JsonDocument.Parse(line);
    }

    private async Task PrintAsync(string how, int count, JsonElement result, CountingSubscriber events, CountingSubscriber alarms)
    {
        double seconds = result.GetProperty("seconds").GetDouble();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| (f) drain of {count:N0} readings, {how} | {count / seconds:N0}/s | live events and alarms coming meanwhile |"));
        await output.WriteLineAsync($"|     alarm, received to subscriber, meanwhile | {Spread(alarms)} | |");
        await output.WriteLineAsync($"|     live event, received to subscriber, meanwhile | {Spread(events)} | |");
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"|     highest memory | {result.GetProperty("megabytes").GetDouble():0} MB | |"));
    }

    /// <summary>Unpacked only now: the far end must not take the processor from what is measured.</summary>
    private static long Arrived(CountingSubscriber batches) => batches.Kept.Sum(static publish =>
    {
        int topic = (publish[0] << 8) | publish[1];
        return BatchReader.TryRead(publish.AsMemory(2 + topic), out var readings) ? readings.Count : throw new InvalidDataException("a batch cannot be read");
    });

    private static string Spread(CountingSubscriber subscriber)
    {
        var sorted = subscriber.Latencies.Order().ToList();
        return sorted.Count == 0 ? "-" : string.Create(
            CultureInfo.InvariantCulture, $"p50 {sorted[sorted.Count / 2]:0.0} ms, p99 {sorted[(int)(0.99 * (sorted.Count - 1))]:0.0} ms of {sorted.Count:N0}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
