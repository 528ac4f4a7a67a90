using System.Globalization;
using EdgeGateway.Sim.Load;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Sim.Watch;

/// <summary>What the platform's side does with each message: note it, measure it, show it.</summary>
public sealed class WatchSession(WatchOptions options, ReceivedLog? log, TextWriter output, TimeProvider time)
{
    private readonly MessageDecoder _decoder = new(options.Root);
    private readonly LatencyHistogram _latency = new();

    /// <summary>Readings received, repeats included.</summary>
    public long Readings { get; private set; }

    /// <summary>Pictures received whole, repeats included.</summary>
    public long Pictures { get; private set; }

    /// <summary>Every topic below a gateway: shard, site, gateway, and the rest.</summary>
    public static string Filter(string root) => root + "/+/+/+/#";

    public void Take(string topic, ReadOnlyMemory<byte> payload)
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (ReceivedLine line in _decoder.Decode(topic, payload, now))
        {
            log?.Add(line);
            if (line.Type == ReceivedLine.MediaBytes)
            {
                Pictures++;
            }
            else
            {
                Reading(line, now);
            }
        }
    }

    /// <summary>One line of JSON at the end.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{{\"readings\":{Readings},\"pictures\":{Pictures},\"unreadable\":{_decoder.Unreadable}{Latencies}}}");

    private string Latencies => options.Latency
        ? string.Create(CultureInfo.InvariantCulture, $",\"latencies\":{_latency.Count},\"p50Ms\":{_latency.Milliseconds(0.5):0.###},\"p99Ms\":{_latency.Milliseconds(0.99):0.###}")
        : "";

    private void Reading(ReceivedLine line, DateTimeOffset now)
    {
        Readings++;
        if (options.Latency && line is { Time: { } passed, Kind: not "gap" })
        {
            _latency.Add(now - passed);
        }

        if (!options.Quiet)
        {
            output.WriteLine(Line(line));
        }
    }

    private static string Line(ReceivedLine line)
    {
        string pictures = string.Join(" + ", (line.Media ?? []).Select(picture => string.Create(CultureInfo.InvariantCulture, $"{picture.Bytes / 1000.0:0.0} kB")));
        string what = line.Kind == "plate.read" ? $"{line.Plate ?? "(no plate)",-9} lane {line.LaneNo}" : line.Kind ?? "";
        return string.Create(CultureInfo.InvariantCulture, $"{line.Time:yyyy-MM-dd HH:mm:ss.fff}Z  {line.Device,-12} {what}  {(pictures.Length == 0 ? "no picture" : pictures)}  #{line.Seq}");
    }
}
