using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Confirmation;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using EdgeGateway.Uplink.State;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Manifest;

/// <summary>
/// States completeness on <c>up/manifest</c>, behind the readings it speaks of. A manifest that a broker takes and loses is
/// not repeated: <c>epoch</c> and <c>seq</c> prove the same, and the next one goes on where it ended.
/// </summary>
public sealed class ManifestPublisher(
    IReadingStore store, Delivery delivery, GatewayIdentity identity, ISettledGaps gaps, ManifestPlan plan, ManifestMark mark, TimeProvider time, ILogger<ManifestPublisher> log)
{
    private const string ContentType = "application/json; charset=utf-8";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    /// <summary>After an answer that was no success, or a disk that could not note it.</summary>
    private static readonly TimeSpan s_refused = TimeSpan.FromSeconds(30);

    private long _lastAt = time.GetTimestamp();

    public async Task RunAsync(Link link, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var wait = s_look;
            if (Next() is { } range)
            {
                wait = await StateAsync(range, link, ct).ConfigureAwait(false) ? s_look : s_refused;
            }

            await Task.Delay(wait, time, ct).ConfigureAwait(false);
        }
    }

    private ManifestRange? Next()
    {
        var status = store.Status();
        return plan.Next([.. EpochSpan.Of(status)], mark.Read(), delivery.TakenUpTo(status), time.GetElapsedTime(_lastAt));
    }

    /// <returns>True when it was taken and noted.</returns>
    private async Task<bool> StateAsync(ManifestRange range, Link link, CancellationToken ct)
    {
        var body = range.Describe(identity.ClientId, gaps.Gaps(range.Epoch, range.First, range.Last));
        byte reason = await PublishAsync(body, link, ct).ConfigureAwait(false);
        if (AckReactions.To(reason) != AckReaction.Delivered)
        {
            ManifestLog.NotTaken(log, body.FromSeq, body.ToSeq, body.Epoch, reason);
            return false;
        }

        try
        {
            await mark.WriteAsync(body.Epoch, body.ToSeq, ct).ConfigureAwait(false);
            await gaps.StatedAsync(body.Epoch, body.ToSeq, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            return false;
        }

        _lastAt = time.GetTimestamp();
        return true;
    }

    private async Task<byte> PublishAsync(ManifestBody body, Link link, CancellationToken ct)
    {
        var message = new MqttMessage
        {
            Topic = identity.Topics.Manifest,
            Payload = JsonSerializer.SerializeToUtf8Bytes(body, StateJson.Default.ManifestBody),
            ContentType = ContentType,
            IsText = true,
        };
        await link.Window.TakeAsync(Lane.Event, ct).ConfigureAwait(false);
        try
        {
            return (await link.Client.PublishAsync(message).WaitAsync(ct).ConfigureAwait(false)).Reason;
        }
        finally
        {
            link.Window.Return();
        }
    }
}
