namespace EdgeGateway.Configuration;

/// <summary>When a device tells of a parcel, measured from the time that the scanner gives it.</summary>
/// <param name="Behind">Usual distance; negative for what stands in front of the tunnel. -1 min to 1 min.</param>
/// <param name="Tolerance">How far from that it may be, 10 ms to 1 min.</param>
public sealed record BeltTiming(TimeSpan Behind, TimeSpan Tolerance)
{
    /// <summary>What holds when nobody has measured.</summary>
    public static readonly BeltTiming Unmeasured = new(TimeSpan.Zero, TimeSpan.FromSeconds(2));
}
