using EdgeGateway.Store;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>What the receipts for one epoch have said so far.</summary>
public sealed class EpochReceipts(MissingReports reports)
{
    /// <summary>The last number of the newest receipt: behind it nothing is covered. It may fall, when a platform lost what it had.</summary>
    public long UpTo { get; set; }

    /// <summary>Positions that were handed to the settler, which does not let go of them; so a cumulative receipt costs only its news.</summary>
    public IntervalSet Confirmed { get; } = new();

    public MissingReports Reports { get; } = reports;
}
