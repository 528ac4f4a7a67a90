using System.Text;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Sensors;

namespace EdgeGateway.Sim.Twins.Generic.Mqtt;

/// <summary>Publishes each message with QoS 1 to a broker of the site; what the broker has acknowledged it has.</summary>
public sealed class MqttSensorWire(SimMqttOptions broker) : ISensorWire
{
    private SimMqttClient? _client;

    public async Task<string?> SendAsync(SensorMessage message, CancellationToken ct)
    {
        try
        {
            SimMqttClient client = _client ??= await ConnectAsync(ct).ConfigureAwait(false);
            byte reason = await client.PublishAsync(new SimMqttMessage { Topic = message.Topic, Payload = Encoding.UTF8.GetBytes(message.Text) }, ct).ConfigureAwait(false);
            return reason < 0x80 ? TruthLine.Ok : FormattableString.Invariant($"{reason}");
        }
        catch (Exception e) when (e is IOException or SimMqttRefusedException)
        {
            await CutAsync(null, ct).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>A broker hands out whole messages only: half a one is a link that breaks.</summary>
    public async Task CutAsync(SensorMessage? inside, CancellationToken ct)
    {
        if (_client is { } client)
        {
            _client = null;
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is { } client)
        {
            await client.DisconnectAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<SimMqttClient> ConnectAsync(CancellationToken ct)
    {
        var client = new SimMqttClient(broker, _ => ValueTask.CompletedTask);
        try
        {
            await client.ConnectAsync(ct).ConfigureAwait(false);
            return client;
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
