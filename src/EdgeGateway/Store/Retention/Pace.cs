namespace EdgeGateway.Store.Retention;

/// <summary>Measures how fast the store fills, over about a quarter of an hour; in the first one over what has passed of it.</summary>
internal sealed class Pace(TimeProvider time, Inflow inflow, Rates? before)
{
    private const int Counters = 5;
    private const long EnoughReadings = 100;

    private static readonly TimeSpan s_span = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_least = TimeSpan.FromMinutes(1);

    private readonly long _begun = time.GetTimestamp();
    private readonly long _writtenAtFirst = WrittenBytes.Now();
    private readonly double[] _rates = new double[Counters];
    private readonly long[] _seen = [0, 0, 0, 0, WrittenBytes.Now()];
    private long _looked = time.GetTimestamp();
    private double _weight;
    private volatile Rates? _known = before;

    /// <summary>Null until the first minute has passed, unless an earlier run left its own.</summary>
    public Rates? Known => _known;

    /// <summary>Called from one timer, as often as it likes.</summary>
    public void Look()
    {
        TimeSpan passed = time.GetElapsedTime(_looked);
        if (passed < s_every)
        {
            return;
        }

        _looked = time.GetTimestamp();
        double share = 1 - Math.Exp(-passed / s_span);
        _weight += share * (1 - _weight);
        for (int counter = 0; counter < Counters; counter++)
        {
            long now = counter < 4 ? inflow.Bytes(counter) : WrittenBytes.Now();
            _rates[counter] += share * (((now - _seen[counter]) / passed.TotalSeconds) - _rates[counter]);
            _seen[counter] = now;
        }

        if (time.GetElapsedTime(_begun) >= s_least)
        {
            double[] fair = [.. _rates.Select(rate => rate / _weight)];
            _known = new Rates(fair[..4], fair[4], inflow.Readings < EnoughReadings ? 0 : (double)(_seen[4] - _writtenAtFirst) / inflow.Readings);
        }
    }
}
