using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Site;

/// <summary>
/// Hands messages to a driver one after the other, none before its connection stands. One that the driver cannot take ends the link
/// at once: nothing behind it is acknowledged before it, and the broker repeats it to the next link of the session. One over which a driver stumbles each time
/// would hold up all behind it for ever: after some times it is let go.
/// </summary>
/// <param name="place">Host and port, for the log.</param>
/// <param name="handler">The driver's.</param>
/// <param name="stumbles">Of all links.</param>
/// <param name="log">Where to.</param>
internal sealed class SiteInbox(string place, Func<SiteMessage, ValueTask> handler, Stumbles stumbles, ILogger log)
{
    /// <summary>Larger ones are acknowledged, so that they do not come for ever, and not handed out.</summary>
    public const int LargestPayload = 256 * 1024;

    private readonly TaskCompletionSource<IMqttClient> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _tooLarge;

    /// <summary>Why the driver's failure ended the link; null when it did not.</summary>
    public string? Failure { get; private set; }

    /// <summary>The end of the link that such a failure began.</summary>
    public Task Closing { get; private set; } = Task.CompletedTask;

    public void Open(IMqttClient client) => _open.TrySetResult(client);

    /// <summary>Lets go of a message that waits for a connection which never came to stand.</summary>
    public void Close() => _open.TrySetCanceled();

    public async ValueTask TakeAsync(MqttMessage message)
    {
        var client = await _open.Task.ConfigureAwait(false);
        if (message.Payload.Length > LargestPayload)
        {
            Complain(message);
            return;
        }

        try
        {
            await handler(new SiteMessage(message.Topic, message.Payload, message.Retain) { ComesAgain = message.QoS > 0 }).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (StoreRefusedException or OperationCanceledException or IOException) && stumbles.IsLast(place, message))
        {
            SiteBrokerLog.LetGo(log, place, message.Topic, message.Payload.Length, Stumbles.Digest(message), e);
        }
        catch (Exception e)
        {
            Failure = $"a message on {message.Topic} could not be taken: {e.Message}";
            Closing = client.DisposeAsync().AsTask();
            throw;
        }
    }

    private void Complain(MqttMessage message)
    {
        if (_tooLarge++ == 0)
        {
            SiteBrokerLog.TooLarge(log, place, message.Payload.Length, message.Topic);
        }
    }
}
