using System.Globalization;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.Benchmarks.Peers;

/// <summary>MQTT.js with its store on disk; a request is answered with 200 when the store has taken the message.</summary>
/// <param name="upstream">Port of the platform's broker.</param>
/// <param name="packages">Folder that holds <c>node_modules</c>.</param>
internal sealed class MqttJsForwarder(int upstream, string packages) : PeerProcess
{
    private const string Program = """
        const { createRequire } = require('module');
        const load = createRequire(process.argv[2] + '/');
        const manager = load('mqtt-level-store')(process.argv[3]);
        const client = load('mqtt').connect('mqtt://127.0.0.1:' + process.argv[5], {
          clientId: 'mqttjs', clean: false, incomingStore: manager.incoming, outgoingStore: manager.outgoing,
        });
        client.on('error', () => { });
        require('http').createServer((request, response) => {
          const parts = [];
          request.on('data', part => parts.push(part));
          request.on('end', () => client.publish('site/readings', Buffer.concat(parts), {
            qos: 1, cbStorePut: () => { response.statusCode = 200; response.end(); },
          }));
        }).listen(Number(process.argv[4]), '127.0.0.1');
        """;

    public override string Name => "MQTT.js, store on disk";

    public override string Promise => "HTTP 200 after the store's callback";

    public override Task<int> TellAsync(int readings) => HttpTeller.TellAsync(new Uri($"http://127.0.0.1:{Port}/"), readings);

    protected override ChildProcess Launch() => ChildProcess.Start(Binaries.Tool("node"), [
        Write("forwarder.js", Program), packages, Path.Combine(Folder, "store"), Text(Port), Text(upstream)]);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
