using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>A client that is watched: what it publishes and what is answered.</summary>
internal sealed class CountedClient(IMqttClient client, UplinkMeter? meter) : IMqttClient
{
    private readonly TaskCompletionSource _firstTaken = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private long _taken;

    /// <summary>Completes when the first message was taken.</summary>
    public Task FirstTaken => _firstTaken.Task;

    /// <summary>See <see cref="Link.ReplacesPoints"/>.</summary>
    public bool ReplacesPoints { get; set; }

    /// <summary>Messages that were taken.</summary>
    public long Taken => Interlocked.Read(ref _taken);

    public Task<MqttEnd> Ended => client.Ended;

    public Task<MqttConnection> ConnectAsync(MqttConnect connect, CancellationToken ct) => client.ConnectAsync(connect, ct);

    public async Task<MqttAck> PublishAsync(MqttMessage message)
    {
        meter?.Published();
        var spelled = ReplacesPoints && message.Topic.Contains('.', StringComparison.Ordinal) ? message with { Topic = message.Topic.Replace('.', '_') } : message;
        var ack = await client.PublishAsync(spelled).ConfigureAwait(false);
        meter?.Answered(ack.Reason);
        if (ack.Reason < 0x80)
        {
            Interlocked.Increment(ref _taken);
            _firstTaken.TrySetResult();
        }

        return ack;
    }

    public Task<IReadOnlyList<byte>> SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct) => client.SubscribeAsync(filters, ct);

    public Task DisconnectAsync(CancellationToken ct) => client.DisconnectAsync(ct);

    public ValueTask DisposeAsync() => client.DisposeAsync();
}
