namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>Two brokers that know nothing of each other, and the one port mapper that both need.</summary>
public sealed class RabbitMqPair : BrokerSet
{
    private PortMapper? _epmd;

    public override int Version => 4;

    public override IReadOnlyList<BrokerAddress> Platform => Addresses;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_epmd is { } epmd)
        {
            await epmd.DisposeAsync();
        }
    }

    protected override Task<IReadOnlyList<IBrokerNode>> CreateAsync()
    {
        _epmd = new PortMapper();
        return Task.FromResult<IReadOnlyList<IBrokerNode>>([new RabbitMqBroker(_epmd), new RabbitMqBroker(_epmd)]);
    }
}
