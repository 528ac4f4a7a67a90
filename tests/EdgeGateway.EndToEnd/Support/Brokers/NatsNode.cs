namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>One nats-server of a cluster with JetStream, which keeps its MQTT sessions and messages in three copies.</summary>
/// <param name="number">Of the node, from 0.</param>
/// <param name="routes">Port of each node's cluster listener.</param>
public sealed class NatsNode(int number, IReadOnlyList<int> routes) : BrokerProcess("nats")
{
    private readonly int _clients = TestSite.FreePort();

    public override BrokerAddress Address { get; } = new(TestSite.FreePort());

    protected override ChildProcess Launch() => ChildProcess.Start(Binaries.Tool("nats-server"), ["-c", Configuration()]);

    private string Configuration() => File(
        "nats.conf",
        $"server_name: n{number}",
        $"listen: 127.0.0.1:{_clients}",
        $"jetstream {{ store_dir: \"{Path.Combine(Folder, "store")}\" }}",
        $"mqtt {{ listen: \"127.0.0.1:{Address.Port}\" }}",
        $"cluster {{ name: edge, listen: 127.0.0.1:{routes[number]}, routes: [{string.Join(", ", routes.Select(port => $"\"nats://127.0.0.1:{port}\""))}] }}");
}
