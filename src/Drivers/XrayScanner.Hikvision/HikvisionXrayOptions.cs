using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Hikvision;
using EdgeGateway.Drivers.HttpDevice;

namespace EdgeGateway.Drivers.XrayScanner.Hikvision;

/// <summary>Settings of one Hikvision X-ray scanner.</summary>
public sealed record HikvisionXrayOptions
{
    /// <summary>Default pull.</summary>
    public HikvisionXrayDirection Direction { get; init; } = HikvisionXrayDirection.Pull;

    /// <summary>Pull: where the scanner is; null when it pushes.</summary>
    public HttpPeer? Peer { get; init; }

    /// <summary>Pull: longest silence of an open stream until the rhythm of its heartbeats is known, 2 s to 1 h; default 30 s.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pull: whether the scanner is asked for its time beside the stream, every half hour; default yes.</summary>
    public bool AskClock { get; init; } = true;

    /// <summary>Push: what the scanner writes behind the device id in its address, at least 8 characters.</summary>
    public Secret? Token { get; init; }

    public required InspectionMap Map { get; init; }

    /// <summary>Which path the scanner answered last; kept over reconnects.</summary>
    internal AlertStreamPath Path { get; } = new();

    /// <summary>What was told of events that the map does not know; kept over reconnects.</summary>
    internal UnmappedEvents Unmapped { get; } = new();
}
