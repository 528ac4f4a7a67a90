using System.Diagnostics.Metrics;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink;

/// <summary>What the uplink does, for telemetry: meter <c>EdgeGateway.Uplink</c>.</summary>
public sealed class UplinkMeter : IDisposable
{
    private const string LaneTag = "lane";

    /// <summary>Boxed once: there is one for every message.</summary>
    private static readonly object[] s_reasons = [.. Enumerable.Range(0, 256).Select(static reason => (object)reason)];

    private readonly Meter _meter = new("EdgeGateway.Uplink");
    private readonly Counter<long> _published;
    private readonly Counter<long> _answered;
    private readonly Counter<long> _parked;
    private readonly Counter<long> _changes;
    private readonly Histogram<double> _latency;
    private readonly Histogram<int> _batchReadings;
    private readonly Histogram<int> _batchBytes;

    public UplinkMeter(IReadingStore store)
    {
        _published = _meter.CreateCounter<long>("uplink.published", "{message}", "Messages handed to the broker's link");
        _answered = _meter.CreateCounter<long>("uplink.answered", "{message}", "Messages answered, by reason code");
        _parked = _meter.CreateCounter<long>("uplink.parked", "{reading}", "Readings parked on disk, by lane");
        _changes = _meter.CreateCounter<long>("uplink.connection.changes", "{change}", "Connections made, lost, given up to return to a better broker");
        _latency = _meter.CreateHistogram<double>("uplink.latency", "s", "From receipt at the gateway to PUBACK, readings sent one by one, by lane");
        _batchReadings = _meter.CreateHistogram<int>("uplink.batch.readings", "{reading}", "Readings in a batch that was taken, by lane");
        _batchBytes = _meter.CreateHistogram<int>("uplink.batch.bytes", "By", "Bytes of a packed batch that was taken, by lane");
        _meter.CreateObservableGauge("uplink.backlog", () => Backlog(store), "{reading}", "Readings that wait, by lane");
    }

    public void Published() => _published.Add(1);

    public void Answered(byte reason) => _answered.Add(1, new KeyValuePair<string, object?>("reason", s_reasons[reason]));

    public void Delivered(Lane lane, TimeSpan sinceReceived) => _latency.Record(Math.Max(0, sinceReceived.TotalSeconds), Tag(lane));

    public void BatchTaken(Lane lane, int readings, int bytes)
    {
        _batchReadings.Record(readings, Tag(lane));
        _batchBytes.Record(bytes, Tag(lane));
    }

    public void Parked(Lane lane) => _parked.Add(1, Tag(lane));

    /// <param name="what"><c>connected</c>, <c>lost</c>, <c>refused</c> or <c>returned</c>.</param>
    public void ConnectionChanged(string what) => _changes.Add(1, new KeyValuePair<string, object?>("change", what));

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Backlog(IReadingStore store) =>
        store.Status().Waiting.Select(static (waiting, lane) => new Measurement<long>(waiting, Tag((Lane)lane)));

    private static KeyValuePair<string, object?> Tag(Lane lane) => new(LaneTag, LaneNames.Of(lane));
}
