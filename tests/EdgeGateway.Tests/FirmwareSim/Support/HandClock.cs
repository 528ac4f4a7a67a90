namespace EdgeGateway.Tests.FirmwareSim.Support;

/// <summary>A clock that stands still until it is set.</summary>
internal sealed class HandClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
