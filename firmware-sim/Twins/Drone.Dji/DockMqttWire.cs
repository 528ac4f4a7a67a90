using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>A real link to a broker.</summary>
public sealed class DockMqttWire(SimMqttOptions options) : IDockWire
{
    private SimMqttClient? _client;

    public bool IsUp => _client is { Ended.IsCompleted: false };

    public async Task ConnectAsync(IReadOnlyList<string> filters, Func<string, ReadOnlyMemory<byte>, ValueTask> onMessage, CancellationToken ct)
    {
        await DropAsync().ConfigureAwait(false);
        _client = new SimMqttClient(options, message => onMessage(message.Topic, message.Payload));
        try
        {
            await _client.ConnectAsync(ct).ConfigureAwait(false);
            await _client.SubscribeAsync(filters, 1, ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is SimMqttRefusedException or MqttFaultException)
        {
            throw new IOException(e.Message, e);
        }
    }

    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct) =>
        await (_client ?? throw new IOException("not connected")).PublishAsync(new SimMqttMessage { Topic = topic, Payload = payload }, ct).ConfigureAwait(false);

    public async ValueTask DropAsync()
    {
        if (_client is { } client)
        {
            _client = null;
            await client.DisposeAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => DropAsync();
}
