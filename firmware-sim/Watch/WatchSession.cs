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

    /// <summary>Completeness statements received.</summary>
    public long Manifests { get; private set; }

    /// <summary>Replies to commands received.</summary>
    public long Replies { get; private set; }

    /// <summary>Every topic below a gateway: shard, site, gateway, and the rest.</summary>
    public static string Filter(string root) => root + "/+/+/+/#";

    public void Take(string topic, ReadOnlyMemory<byte> payload)
    {
        DateTimeOffset now = time.GetUtcNow();
        foreach (ReceivedLine line in _decoder.Decode(topic, payload, now))
        {
            log?.Add(line);
            Note(line, now);
        }
    }

    /// <summary>One line of JSON at the end.</summary>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{{\"readings\":{Readings},\"pictures\":{Pictures},\"unreadable\":{_decoder.Unreadable}{Latencies},\"manifests\":{Manifests},\"replies\":{Replies}}}");

    private string Latencies => options.Latency
        ? string.Create(CultureInfo.InvariantCulture, $",\"latencies\":{_latency.Count},\"p50Ms\":{_latency.Milliseconds(0.5):0.###},\"p99Ms\":{_latency.Milliseconds(0.99):0.###}")
        : "";

    private void Note(ReceivedLine line, DateTimeOffset now)
    {
        switch (line.Type)
        {
            case ReceivedLine.MediaBytes:
                Pictures++;
                break;
            case ReceivedLine.Manifest:
                Manifests++;
                break;
            case ReceivedLine.Reply:
                Replies++;
                break;
            default:
                Reading(line, now);
                break;
        }
    }

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

    private static string Line(ReceivedLine line) => string.Create(
        CultureInfo.InvariantCulture,
        $"{line.Time:yyyy-MM-dd HH:mm:ss.fff}Z  {line.Device,-12} {ReadingWords.Of(line)}  #{line.Seq}");
}
