using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.State;

/// <summary>
/// Publishes what is retained on every new connection, every half minute, and soon after a device changed its word.
/// Retain is a hint and not a promise (brokers.md finding 6), so everything is said again and again.
/// </summary>
public sealed class StatePublisher(StateMessages messages, HealthBoard board, TimeProvider time)
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(30);

    private int _announce;

    /// <summary>Soon, and the catalogue too.</summary>
    public void SayAgain()
    {
        Interlocked.Exchange(ref _announce, 1);
        board.NoteChange();
    }

    public async Task RunAsync(Link link, long connection, CancellationToken ct)
    {
        await PublishAsync(messages.Catalogue(), link, ct).ConfigureAwait(false);
        while (!ct.IsCancellationRequested)
        {
            long seen = board.Changes;
            if (Interlocked.Exchange(ref _announce, 0) == 1)
            {
                await PublishAsync(messages.Catalogue(), link, ct).ConfigureAwait(false);
            }

            await PublishAllAsync(link, connection, ct).ConfigureAwait(false);
            long begun = time.GetTimestamp();
            do
            {
                await Task.Delay(s_look, time, ct).ConfigureAwait(false);
            }
            while (board.Changes == seen && time.GetElapsedTime(begun) < s_again);
        }
    }

    /// <summary>Says <c>stopped</c> and waits for the answer.</summary>
    public Task SayStoppedAsync(Link link, long connection, CancellationToken ct) => PublishAsync(messages.Stopped(connection), link, ct);

    private async Task PublishAllAsync(Link link, long connection, CancellationToken ct)
    {
        await PublishAsync(messages.Alive(connection), link, ct).ConfigureAwait(false);
        foreach (var device in messages.Devices())
        {
            await PublishAsync(device, link, ct).ConfigureAwait(false);
        }
    }

    private static async Task PublishAsync(MqttMessage message, Link link, CancellationToken ct)
    {
        await link.Window.TakeAsync(Lane.Alarm, ct).ConfigureAwait(false);
        try
        {
            await link.Client.PublishAsync(message with { Retain = message.Retain && link.Connection.RetainAvailable }).WaitAsync(ct).ConfigureAwait(false);
        }
        finally
        {
            link.Window.Return();
        }
    }
}
