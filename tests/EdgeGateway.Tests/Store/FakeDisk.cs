using EdgeGateway.Store.Retention;

namespace EdgeGateway.Tests.Store;

/// <summary>A disk of 100 GB that is as full as the test says.</summary>
internal sealed class FakeDisk : IDiskGauge
{
    public Func<long> Free { get; set; } = static () => 50L << 30;

    public DiskSpace Look(string folder) => new(Free(), 100L << 30);
}
