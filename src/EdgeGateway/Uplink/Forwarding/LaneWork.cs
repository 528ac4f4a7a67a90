using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>What the two streams of one lane share.</summary>
public sealed record LaneWork
{
    public required Lane Lane { get; init; }

    public required IReadingStore Store { get; init; }

    public required IPackedReader Packed { get; init; }

    public required LaneProgress Progress { get; init; }

    public required BackfillRegion Region { get; init; }

    public required ReadingMessages Messages { get; init; }

    public required Settler Settler { get; init; }

    public required Audience Audience { get; init; }

    public required ForwarderLimits Limits { get; init; }

    public required UplinkMeter Meter { get; init; }

    public required TimeProvider Time { get; init; }

    public required ILogger Log { get; init; }
}
