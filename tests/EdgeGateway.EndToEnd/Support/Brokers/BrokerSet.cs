namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>What one kind of broker looks like to a site: two addresses or more, of which one may die. Started once for a class of tests.</summary>
public abstract class BrokerSet : IAsyncLifetime
{
    private IReadOnlyList<IBrokerNode> _nodes = [];

    public IReadOnlyList<BrokerAddress> Addresses => [.. _nodes.Select(node => node.Address)];

    /// <summary>5, or 4 for the brokers that know only 3.1.1.</summary>
    public abstract int Version { get; }

    /// <summary>
    /// Where a platform has to listen in order to hear everything while the first node dies: a cluster brings all messages to
    /// every node, brokers on their own know nothing of each other.
    /// </summary>
    public abstract IReadOnlyList<BrokerAddress> Platform { get; }

    /// <summary>What all nodes have said.</summary>
    public string Output => string.Join('\n', _nodes.Select(node => node.Output));

    public Task KillAsync(int node) => _nodes[node].KillAsync();

    public Task StartAgainAsync(int node) => _nodes[node].StartAgainAsync();

    /// <summary>Starts what the test before has left dead.</summary>
    public Task CompleteAsync() => Task.WhenAll(_nodes.Where(node => !node.Runs).Select(node => node.StartAgainAsync()));

    public async Task InitializeAsync()
    {
        _nodes = await CreateAsync();
        try
        {
            await CompleteAsync();
        }
        catch
        {
            // A fixture that fails to begin is not asked to end.
            await DisposeAsync();
            throw;
        }
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }
    }

    /// <summary>The nodes, not started yet.</summary>
    protected abstract Task<IReadOnlyList<IBrokerNode>> CreateAsync();
}
