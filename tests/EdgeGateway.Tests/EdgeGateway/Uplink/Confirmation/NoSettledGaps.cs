using EdgeGateway.Uplink.Manifest;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Confirmation;

/// <summary>A store that never dropped anything.</summary>
internal sealed class NoSettledGaps : ISettledGaps
{
    public IReadOnlyList<(long First, long Last)> Gaps(string epoch, long first, long last) => [];

    public Task StatedAsync(string epoch, long upTo, CancellationToken ct) => Task.CompletedTask;
}
