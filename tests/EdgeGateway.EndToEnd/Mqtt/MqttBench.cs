using System.Text;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.EndToEnd.Mqtt;

/// <summary>Clients and messages as the tests of this folder use them.</summary>
internal static class MqttBench
{
    public static MqttClient Client() => new(new TcpDialer(), TimeProvider.System, NullLogger.Instance);

    public static MqttConnect To(MosquittoBroker broker, int version = 5) => new()
    {
        Host = "127.0.0.1",
        Port = broker.Port,
        Version = version,
        ClientId = "gw-test",
    };

    public static MqttMessage Message(string topic, string text) => new() { Topic = topic, Payload = Encoding.UTF8.GetBytes(text) };

    /// <summary>The subscriber of mosquitto-clients, once its subscription stands.</summary>
    public static async Task<ChildProcess> WitnessAsync(MosquittoBroker broker, params string[] arguments)
    {
        string id = $"witness-{Guid.NewGuid():N}";
        ChildProcess witness = broker.Subscribe(["-i", id, .. arguments]);
        await broker.SaidAsync($"Sending SUBACK to {id}");
        return witness;
    }
}
