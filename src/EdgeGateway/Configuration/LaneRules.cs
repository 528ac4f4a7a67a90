namespace EdgeGateway.Configuration;

/// <summary>Section <c>store.lanes</c>.</summary>
public sealed record LaneRules
{
    /// <summary>Until delivered; goes last, for newer alarms only, and only when nothing else is left.</summary>
    public LaneRule Alarm { get; init; } = new(null, null, WhenFull.DropOldest);

    /// <summary>30 days.</summary>
    public LaneRule Event { get; init; } = new(TimeSpan.FromDays(30), null, WhenFull.DropOldest);

    /// <summary>7 days; thinned when there is no room.</summary>
    public LaneRule Telemetry { get; init; } = new(TimeSpan.FromDays(7), null, WhenFull.Thin);

    /// <summary>7 days or 20 GB.</summary>
    public LaneRule Media { get; init; } = new(TimeSpan.FromDays(7), 20L << 30, WhenFull.DropOldest);

    /// <summary>Readings that can never be delivered as they are: 90 days or 64 MB. They are the first to go.</summary>
    public LaneRule Parked { get; init; } = new(TimeSpan.FromDays(90), 64L << 20, WhenFull.DropOldest);
}
