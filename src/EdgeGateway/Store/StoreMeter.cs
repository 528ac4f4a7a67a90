using System.Diagnostics.Metrics;
using EdgeGateway.Store.Retention;
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

    /// <summary>What came in since the opening.</summary>
    public Inflow Inflow { get; } = new();

    /// <summary>Publishes the forecast; a figure that is not known is left out.</summary>
    public void Observe(Func<StoreForecast?> forecast)
    {
        _meter.CreateObservableGauge("store.disk.hours", () => One(forecast()?.Hours), "h", "Until the first limit is reached at the present rate");
        _meter.CreateObservableGauge("store.written.per.reading", () => One(forecast()?.WrittenPerReading), "By", "Written to the disk for each reading");
        _meter.CreateObservableGauge("store.flash.years", () => One(forecast()?.FlashYears), "a", "Until the disk's endurance is used up at the present rate");
    }

    public long Now => _time.GetTimestamp();

    public void Committed(WriteBatch batch, long started)
    {
        Inflow.Note(batch);
        _commits.Add(1);
        _readings.Add(batch.Appends.Count);
        _duration.Record(_time.GetElapsedTime(started).TotalSeconds);
    }

    private static Measurement<double>[] One(double? value) => value is { } known ? [new Measurement<double>(known)] : [];

    public void Dispose() => _meter.Dispose();
}
