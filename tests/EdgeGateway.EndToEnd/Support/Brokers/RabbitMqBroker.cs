namespace EdgeGateway.EndToEnd.Support.Brokers;

/// <summary>
/// RabbitMQ, one node, MQTT only, sessions in quorum queues: those are written and synced before they are acknowledged.
/// </summary>
/// <param name="epmd">Tells Erlang systems where others are; RabbitMQ does not start without one.</param>
public sealed class RabbitMqBroker(PortMapper epmd) : BrokerProcess("rabbitmq")
{
    private readonly int _distribution = TestSite.FreePort();

    public override BrokerAddress Address { get; } = new(TestSite.FreePort());

    protected override ChildProcess Launch() => ChildProcess.Start(
        Script(),
        [],
        new Dictionary<string, string>(epmd.Environment)
        {
            // The script then becomes the Erlang system, instead of watching over one.
            ["RUNNING_UNDER_SYSTEMD"] = "true",
            ["HOME"] = Folder,
            ["RABBITMQ_NODENAME"] = FormattableString.Invariant($"rmq{_distribution}@localhost"),
            ["RABBITMQ_DIST_PORT"] = FormattableString.Invariant($"{_distribution}"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(Folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(Folder, "log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(Folder, "none"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = File("plugins", "[rabbitmq_mqtt]."),
            ["RABBITMQ_CONFIG_FILE"] = Configuration(),
        });

    private string Configuration() => File(
        "rabbitmq.conf",
        "listeners.tcp = none",
        $"mqtt.listeners.tcp.1 = 127.0.0.1:{Address.Port}",
        "mqtt.allow_anonymous = true",
        "mqtt.durable_queue_type = quorum",
        "loopback_users = none",
        "log.console.level = warning");

    /// <returns>The package's own script; the one on the PATH changes to a system user first.</returns>
    private static string Script() =>
        Directory.Exists("/usr/lib/rabbitmq/lib")
            ? Directory.EnumerateFiles("/usr/lib/rabbitmq/lib", "rabbitmq-server", SearchOption.AllDirectories).First()
            : throw new DirectoryNotFoundException("rabbitmq-server is missing; test.sh installs it");
}
