namespace EdgeGateway.Drivers.Cabinet;

/// <summary>A yes or no that counts once it has stood for a while: switches bounce, and one odd measurement is no news.</summary>
internal sealed class Steady(TimeProvider time)
{
    private bool? _seen;
    private long _since;

    /// <summary>What counts; null as long as nothing has.</summary>
    public bool? Value { get; private set; }

    /// <param name="seen">Null: nothing was seen, and the wait begins anew.</param>
    /// <param name="hold">How long it must have been seen; zero: it counts at once.</param>
    /// <returns>What counts now.</returns>
    public bool? Take(bool? seen, TimeSpan hold)
    {
        if (_seen != seen)
        {
            (_seen, _since) = (seen, time.GetTimestamp());
        }

        if (seen is not null && time.GetElapsedTime(_since) >= hold)
        {
            Value = seen;
        }

        return Value;
    }
}
