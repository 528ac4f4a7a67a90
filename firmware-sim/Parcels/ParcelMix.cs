namespace EdgeGateway.Sim.Parcels;

/// <summary>What sort of parcels come down a line. Shares are 0 to 1.</summary>
public sealed record ParcelMix
{
    /// <summary>Share on which the machine alarms.</summary>
    public double Alarm { get; init; } = 0.02;

    /// <summary>Share on which it can say nothing.</summary>
    public double Unknown { get; init; } = 0.005;

    /// <summary>Share whose scan is broken off.</summary>
    public double Aborted { get; init; } = 0.005;

    /// <summary>Share of the alarms that are projected training images.</summary>
    public double Tip { get; init; } = 0.05;

    /// <summary>Share of what is not clear that a person at the screen looks at.</summary>
    public double Reviewed { get; init; } = 0.5;

    /// <summary>Share of the reviewed that the person calls clear.</summary>
    public double Overruled { get; init; } = 0.6;

    /// <summary>Least time from the machine's decision to the person's.</summary>
    public TimeSpan ReviewAfter { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The person's decision comes up to so much later.</summary>
    public TimeSpan ReviewSpread { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Share of labels that the bar code reader misses.</summary>
    public double BarcodeMissing { get; init; } = 0.02;

    /// <summary>Share of labels that it reads only after <see cref="BarcodeLateBy"/>.</summary>
    public double BarcodeLate { get; init; } = 0.03;

    /// <summary>Share of labels that it reads twice.</summary>
    public double BarcodeDoubled { get; init; } = 0.03;

    public TimeSpan BarcodeLateBy { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>From the begin of the pass to the machine's decision, at least.</summary>
    public TimeSpan ScanTakes { get; init; } = TimeSpan.FromMilliseconds(700);
}
