using System.Diagnostics.Metrics;
using EdgeGateway.Store.Writing;

namespace EdgeGateway.Store;

/// <summary>What the writer does, for telemetry: meter <c>EdgeGateway.Store</c>.</summary>
internal sealed class StoreMeter : IDisposable
{
    private readonly TimeProvider _time;
    private readonly Meter _meter = new("EdgeGateway.Store");
    private readonly Counter<long> _commits;
    private readonly Counter<long> _readings;
    private readonly Histogram<double> _duration;

    public StoreMeter(TimeProvider time)
    {
        _time = time;
        _commits = _meter.CreateCounter<long>("store.commits", "{commit}", "Commits, refused ones included");
        _readings = _meter.CreateCounter<long>("store.readings", "{reading}", "Readings handed to commits");
        _duration = _meter.CreateHistogram<double>("store.commit.duration", "s", "From taking a batch to its end");
    }

    public long Now => _time.GetTimestamp();

    public void Committed(WriteBatch batch, long started)
    {
        _commits.Add(1);
        _readings.Add(batch.Appends.Count);
        _duration.Record(_time.GetElapsedTime(started).TotalSeconds);
    }

    public void Dispose() => _meter.Dispose();
}
