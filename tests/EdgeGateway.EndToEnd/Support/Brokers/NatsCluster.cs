namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>Three nats-servers, one of which may die without any loss of what was acknowledged.</summary>
public sealed class NatsCluster : BrokerSet
{
    private const int Nodes = 3;

    public override int Version => 4;

    public override IReadOnlyList<BrokerAddress> Platform => [Addresses[^1]];

    protected override Task<IReadOnlyList<IBrokerNode>> CreateAsync()
    {
        int[] routes = [.. Enumerable.Range(0, Nodes).Select(_ => TestSite.FreePort())];
        return Task.FromResult<IReadOnlyList<IBrokerNode>>([.. Enumerable.Range(0, Nodes).Select(number => new NatsNode(number, routes))]);
    }
}
