using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>mosquitto on the site, bridged to the platform's broker.</summary>
/// <param name="upstream">Port of the platform's broker.</param>
/// <param name="tuned">With what its manual offers against loss, instead of its defaults.</param>
internal sealed class BridgeForwarder(int upstream, bool tuned) : PeerProcess
{
    private static readonly string[] s_unbounded = ["max_queued_messages 0", "max_queued_bytes 0"];
    private static readonly string[] s_quick = ["restart_timeout 1", "cleansession false", "local_cleansession false", "notifications false"];

    public override string Name => tuned ? "mosquitto bridge, tuned" : "mosquitto bridge, defaults";

    public override string Promise => "PUBACK of the local broker";

    public override Task<int> TellAsync(int readings) => Task.Run(() => MqttTeller.Tell(Port, readings));

    protected override ChildProcess Launch() => ChildProcess.Start(Binaries.Tool("mosquitto"), ["-c", Write("mosquitto.conf", Configuration())]);

    private string Configuration() => string.Join('\n', (string[])[
        $"listener {Port} 127.0.0.1", "allow_anonymous true", "user root", "log_dest stderr", "log_type error",
        .. tuned ? [.. s_unbounded, "persistence true", $"persistence_location {Folder}/", "autosave_on_changes true", "autosave_interval 1"] : Array.Empty<string>(),
        "connection up", $"address 127.0.0.1:{upstream}", "topic # out 1",
        .. tuned ? s_quick : [], string.Empty]);
}
