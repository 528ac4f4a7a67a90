using EdgeGateway.Drivers.Dahua;
using EdgeGateway.Drivers.HttpDevice;

namespace EdgeGateway.Drivers.XrayScanner.Dahua;

/// <summary>Settings of one Dahua X-ray scanner.</summary>
public sealed record DahuaXrayOptions
{
    public required HttpPeer Peer { get; init; }

    /// <summary>Default events.</summary>
    public DahuaXrayMode Mode { get; init; } = DahuaXrayMode.Events;

    /// <summary>Heartbeat asked of the scanner, whole seconds from 1 s to 60 s; default 5 s. Three of them without a byte end the stream.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Snap: channel from 1, -1 for all; default 1.</summary>
    public int Channel { get; init; } = 1;

    /// <summary>Events to attach to; default the types of the map, or All when one of them has stars.</summary>
    public IReadOnlyList<string> Codes { get; init; } = ["XRayDetection"];

    /// <summary>How often the scanner's clock is asked, 1 min to 24 h; default 1 h.</summary>
    public TimeSpan ClockEvery { get; init; } = TimeSpan.FromHours(1);

    public required InspectionMap Map { get; init; }

    internal DahuaAttach Attach => new(Mode == DahuaXrayMode.Snap ? DahuaAttachSort.Pictures : DahuaAttachSort.Events, Codes, Heartbeat, Channel);

    /// <summary>What was told of events that the map does not know; kept over reconnects.</summary>
    internal UnmappedEvents Unmapped { get; } = new();
}
