namespace EdgeGateway.Drivers.Modbus;

/// <summary>How a bus is asked.</summary>
public sealed record BusLimits
{
    /// <summary>How many addresses that nobody wants may be read along, to save a request; 0 to 100, default 8.</summary>
    public int Gap { get; init; } = 8;

    /// <summary>Most words of one request, 1 to 125; default 125. Some controllers take fewer.</summary>
    public int MostWords { get; init; } = 125;

    /// <summary>Most bits of one request, 1 to 2000; default 2000.</summary>
    public int MostBits { get; init; } = 2000;

    /// <summary>After how long addresses that a unit refused are tried again; 10 s to 1 day, default 5 min.</summary>
    public TimeSpan RefusedRetry { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a unit that does not answer is left alone, by how often it has not; the last one stays.</summary>
    public IReadOnlyList<TimeSpan> BackOff { get; init; } = [.. new[] { 1, 2, 5, 10, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds))];
}
