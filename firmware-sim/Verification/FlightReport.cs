namespace EdgeGateway.Sim.Verification;

/// <summary>What came of vehicles whose links lose frames.</summary>
public sealed class FlightReport
{
    private readonly Dictionary<string, List<double>> _latencies = new(StringComparer.Ordinal);

    public int Vehicles { get; init; }

    /// <summary>Most readings a second of one vehicle and kind of telemetry, over any ten seconds.</summary>
    public double Pace { get; init; }

    /// <summary>Changes that got through.</summary>
    public long States { get; set; }

    /// <summary>Begins and ends of alarms that were due and came.</summary>
    public long Alarms { get; set; }

    /// <summary>An alarm came so long after the frame that was its cause, or after the moment when a silence was long enough.</summary>
    public void Note(string alarm, TimeSpan latency)
    {
        if (!_latencies.TryGetValue(alarm, out var known))
        {
            _latencies[alarm] = known = [];
        }

        known.Add(latency.TotalMilliseconds);
    }

    /// <summary>Of alarms with a frame as cause: a lost link has none.</summary>
    public IReadOnlyList<double> Latencies => [.. _latencies.Where(static one => one.Key != "link-lost").SelectMany(static one => one.Value).Order()];

    /// <summary>Whether telemetry was no faster and distress no later than asked for; where lateness is asked for, an alarm must have come.</summary>
    public bool Passes(VerifyOptions options) =>
        !(Pace > options.MostTelemetry) && (options.DistressWithin is not { } within || At([.. _latencies.GetValueOrDefault("distress", []).Order()], 0.99) <= within.TotalMilliseconds);

    public IEnumerable<string> Lines()
    {
        var latencies = Latencies;
        yield return FormattableString.Invariant($"vehicles {Vehicles} states {States} alarms {Alarms} fastest telemetry {Pace:0.0}/s frame to subscriber p50 {At(latencies, 0.5):0.0} ms p99 {At(latencies, 0.99):0.0} ms of {latencies.Count}");
        foreach (var (alarm, told) in _latencies.OrderBy(static one => one.Key, StringComparer.Ordinal))
        {
            double[] sorted = [.. told.Order()];
            yield return FormattableString.Invariant($"alarm {alarm} began {sorted.Length} times, p50 {At(sorted, 0.5):0.0} ms p99 {At(sorted, 0.99):0.0} ms after its cause");
        }
    }

    private static double At(IReadOnlyList<double> sorted, double part) => sorted.Count == 0 ? double.NaN : sorted[(int)Math.Ceiling(part * (sorted.Count - 1))];
}
