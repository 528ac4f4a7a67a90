using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Site;

/// <summary>One connection to a broker of the site.</summary>
internal sealed class SiteBroker(IMqttClient client, SiteInbox inbox) : ISiteBroker
{
    public Task<string> Ended { get; } = EndAsync(client, inbox);

    /// <inheritdoc/>
    public async Task SubscribeAsync(IReadOnlyList<string> filters, CancellationToken ct)
    {
        var refused = await AskAsync(filters, ct).ConfigureAwait(false);
        if (refused.Count > 0)
        {
            throw new IOException($"the broker does not let us read {string.Join(" and ", refused)}");
        }
    }

    /// <inheritdoc/>
    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken ct) => PublishAsync(new MqttMessage { Topic = topic, Payload = payload }, ct);

    /// <inheritdoc/>
    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, TimeSpan expiry, CancellationToken ct) =>
        PublishAsync(new MqttMessage { Topic = topic, Payload = payload, Expiry = expiry }, ct);

    /// <returns>Those that the broker does not grant.</returns>
    /// <exception cref="IOException">The link ended first, or one is no filter.</exception>
    public async Task<IReadOnlyList<string>> AskAsync(IReadOnlyList<string> filters, CancellationToken ct)
    {
        if (filters.Count == 0)
        {
            return [];
        }

        if (filters.FirstOrDefault(filter => !MqttTopic.IsFilter(filter)) is { } wrong)
        {
            throw new IOException($"'{wrong}' is no topic filter");
        }

        var reasons = await client.SubscribeAsync(filters, ct).ConfigureAwait(false);
        return [.. filters.Zip(reasons).Where(pair => MqttReason.IsRefusal(pair.Second)).Select(pair => pair.First)];
    }

    /// <summary>Says goodbye in order; what is being handled then and is not done stays with the broker.</summary>
    public async ValueTask DisposeAsync()
    {
        Task leaving = client.Ended.IsCompleted ? Task.CompletedTask : client.DisconnectAsync(CancellationToken.None);
        await leaving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var gone = client.DisposeAsync();
        inbox.Close();
        await gone.ConfigureAwait(false);
        await inbox.Closing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task PublishAsync(MqttMessage message, CancellationToken ct)
    {
        MqttAck ack;
        try
        {
            ack = await client.PublishAsync(message).WaitAsync(ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is MqttTooLargeException or ArgumentException)
        {
            throw new IOException(e.Message, e);
        }

        if (MqttReason.IsRefusal(ack.Reason))
        {
            throw new IOException($"the broker refused a message on {message.Topic}, code 0x{ack.Reason:X2}");
        }
    }

    private static async Task<string> EndAsync(IMqttClient client, SiteInbox inbox)
    {
        var end = await client.Ended.ConfigureAwait(false);
        return inbox.Failure ?? end.Why;
    }
}
