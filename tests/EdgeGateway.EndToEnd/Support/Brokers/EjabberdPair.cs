namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>Two brokers that know nothing of each other.</summary>
public sealed class EjabberdPair : BrokerSet
{
    public override int Version => 5;

    public override IReadOnlyList<BrokerAddress> Platform => Addresses;

    protected override Task<IReadOnlyList<IBrokerNode>> CreateAsync() => Task.FromResult<IReadOnlyList<IBrokerNode>>([new EjabberdBroker(), new EjabberdBroker()]);
}
