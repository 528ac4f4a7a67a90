using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Mqtt;

namespace EdgeGateway.Sim.Commands;

/// <summary>Sends one order and hears its answers.</summary>
/// <param name="broker">Where.</param>
/// <param name="topics">Topics of the gateway.</param>
/// <param name="output">Gets every answer to this order, one JSON line each.</param>
public sealed class OrderSession(SimMqttOptions broker, Topics topics, TextWriter output)
{
    private readonly TaskCompletionSource<string> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Publishes the order and waits for the answer that is not <c>accepted</c>.</summary>
    /// <returns>The state it ended in; null when the wait was over first, or when there was no wait.</returns>
    /// <exception cref="IOException">Nobody answers at the broker, or the link broke.</exception>
    /// <exception cref="SimMqttRefusedException">The broker said no.</exception>
    public async Task<string?> RunAsync(SignedOrder order, string device, TimeSpan wait, CancellationToken ct)
    {
        var client = new SimMqttClient(broker, message => TakeAsync(order.Id, message));
        await using (client.ConfigureAwait(false))
        {
            await client.ConnectAsync(ct).ConfigureAwait(false);
            await client.SubscribeAsync([topics.Reply], 1, ct).ConfigureAwait(false);
            byte reason = await client.PublishAsync(Message(order, device), ct).ConfigureAwait(false);
            if (reason >= 0x80)
            {
                throw new IOException($"the broker answered 0x{reason:X2} to the order");
            }

            string? state = await WaitAsync(client, wait, ct).ConfigureAwait(false);
            await client.DisconnectAsync(ct).ConfigureAwait(false);
            return state;
        }
    }

    private SimMqttMessage Message(SignedOrder order, string device) => new()
    {
        Topic = topics.Command(device),
        Payload = order.Envelope,
        ResponseTopic = broker.Version == 5 ? topics.Reply : null,
        CorrelationData = broker.Version == 5 ? Encoding.UTF8.GetBytes(order.Id) : (ReadOnlyMemory<byte>?)null,
    };

    private async Task<string?> WaitAsync(SimMqttClient client, TimeSpan wait, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var timer = Task.Delay(wait, over.Token);
        await Task.WhenAny(_end.Task, timer, client.Ended).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        return _end.Task.IsCompletedSuccessfully ? await _end.Task.ConfigureAwait(false) : null;
    }

    private async ValueTask TakeAsync(string id, SimMqttMessage message)
    {
        if (Read(message) is not { } answer || (string?)answer["commandId"] != id)
        {
            return;
        }

        await output.WriteLineAsync(answer.ToJsonString()).ConfigureAwait(false);
        if ((string?)answer["state"] is { } state and not "accepted")
        {
            _end.TrySetResult(state);
        }
    }

    private static JsonObject? Read(SimMqttMessage message)
    {
        try
        {
            return JsonNode.Parse(message.Payload.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
