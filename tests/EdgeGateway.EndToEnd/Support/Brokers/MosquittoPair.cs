namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>Two brokers that know nothing of each other and keep nothing on disk.</summary>
public sealed class MosquittoPair : BrokerSet
{
    public override int Version => 5;

    public override IReadOnlyList<BrokerAddress> Platform => Addresses;

    protected override Task<IReadOnlyList<IBrokerNode>> CreateAsync() =>
        Task.FromResult<IReadOnlyList<IBrokerNode>>([new MosquittoNode(), new MosquittoNode()]);
}
