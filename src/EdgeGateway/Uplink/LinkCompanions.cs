using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Downlink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Manifest;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink;

/// <summary>What happens on a link beside the forwarding: what comes down, confirmation, manifests, answers to commands.</summary>
public sealed class LinkCompanions(
    DownlinkDispatcher downlink, Subscriptions subscriptions, TopicPoints points, ConfirmationLoop confirmation, ManifestPublisher manifests, ReplyOutbox replies, ILogger<LinkCompanions> log)
{
    /// <summary>Takes one message that came down.</summary>
    public ValueTask TakeAsync(MqttMessage message, CancellationToken ct) =>
        points.Notice(message.Topic) ? ValueTask.CompletedTask : downlink.TakeAsync(message, ct);

    /// <summary>Before anything is forwarded.</summary>
    /// <exception cref="IOException">The link ended.</exception>
    public async Task BeginAsync(Link link, CancellationToken ct)
    {
        await subscriptions.BeginAsync(link, ct).ConfigureAwait(false);
        await points.BeginAsync(link, ct).ConfigureAwait(false);
    }

    /// <summary>Until the link is over; never throws.</summary>
    public Task RunAsync(Link link, CancellationToken ct) =>
        Task.WhenAll(
            GuardAsync(() => confirmation.RunAsync(ct), link),
            GuardAsync(() => manifests.RunAsync(link, ct), link),
            GuardAsync(() => replies.RunAsync(link, ct), link));

    private async Task GuardAsync(Func<Task> companion, Link link)
    {
        try
        {
            await companion().ConfigureAwait(false);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The link ended: the next one goes on.
        }
        catch (Exception error)
        {
            UplinkLog.CompanionFailed(log, error);
            link.WantReset();
        }
    }
}
