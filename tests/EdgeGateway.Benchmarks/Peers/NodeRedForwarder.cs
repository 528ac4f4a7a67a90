using System.Text.Json.Nodes;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>Node-RED with the plainest flow: an HTTP request goes to an MQTT node and is answered with 200.</summary>
/// <param name="upstream">Port of the platform's broker.</param>
/// <param name="packages">Folder that holds <c>node_modules</c>.</param>
internal sealed class NodeRedForwarder(int upstream, string packages) : PeerProcess
{
    public override string Name => "Node-RED, plain flow";

    public override string Promise => "HTTP 200";

    public override Task<int> TellAsync(int readings) => HttpTeller.TellAsync(new Uri($"http://127.0.0.1:{Port}/reading"), readings);

    protected override ChildProcess Launch() => ChildProcess.Start(Binaries.Tool("node"), [
        Path.Combine(packages, "node_modules", "node-red", "red.js"),
        "--userDir", Folder, "--settings", Write("settings.js", $"module.exports = {{ uiHost: '127.0.0.1', uiPort: {Port}, flowFile: 'flows.json' }};"),
        Write("flows.json", Flow().ToJsonString())]);

    private JsonArray Flow() =>
    [
        new JsonObject { ["id"] = "t1", ["type"] = "tab", ["label"] = "site" },
        new JsonObject
        {
            ["id"] = "in", ["type"] = "http in", ["z"] = "t1", ["url"] = "/reading", ["method"] = "post",
            ["wires"] = new JsonArray(new JsonArray("up", "answer")),
        },
        new JsonObject { ["id"] = "answer", ["type"] = "http response", ["z"] = "t1", ["statusCode"] = "200", ["wires"] = new JsonArray() },
        new JsonObject { ["id"] = "up", ["type"] = "mqtt out", ["z"] = "t1", ["topic"] = "site/readings", ["qos"] = "1", ["broker"] = "b1", ["wires"] = new JsonArray() },
        new JsonObject
        {
            ["id"] = "b1", ["type"] = "mqtt-broker", ["broker"] = "127.0.0.1", ["port"] = upstream, ["clientid"] = "node-red",
            ["autoConnect"] = true, ["cleansession"] = false, ["keepalive"] = "60", ["protocolVersion"] = "4",
        },
    ];
}
