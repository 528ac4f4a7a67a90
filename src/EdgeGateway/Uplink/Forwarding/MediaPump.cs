using System.Buffers;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Sends pictures and files by hash, whole or in parts of 1 MiB; a file is forgotten when every part was taken.</summary>
public sealed class MediaPump(
    IMediaStore media, IReadingStore store, Topics topics, Audience audience, ForwarderLimits limits, TimeProvider time, ILogger log)
{
    private const int Page = 16;

    private readonly TopicHolds _holds = new(time);
    private readonly Outstanding _outstanding = new(time);
    private long _cursor;

    public TimeSpan Stalled() => _outstanding.Stalled();

    public async Task RunAsync(Link link, CancellationToken ct)
    {
        _cursor = 0;
        while (!ct.IsCancellationRequested)
        {
            if (_holds.ReleaseDue())
            {
                await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
                _cursor = 0;
            }

            var page = media.Pending(_cursor, Page);
            foreach (var file in page)
            {
                await SendAsync(file, link, ct).ConfigureAwait(false);
                _cursor = file.Position;
            }

            if (page.Count == 0)
            {
                await WaitForMoreAsync(ct).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(StoredMedia file, Link link, CancellationToken ct)
    {
        if (_holds.IsHeld(file.Sha256))
        {
            return;
        }

        await using var content = media.Open(file.Sha256);
        if (content is null)
        {
            UplinkLog.PictureStuck(log, file.Sha256, "its file is gone");
            await media.ForgetAsync([file], ct).ConfigureAwait(false);
            return;
        }

        int parts = MediaParts.Count(file.Bytes);
        var progress = new MediaProgress(file, parts);
        for (int part = 0; part < parts; part++)
        {
            await link.Window.TakeAsync(Lane.Media, ct).ConfigureAwait(false);
            _outstanding.Begin();
            _ = await StartPartAsync(content, progress, part, link).ConfigureAwait(false);
        }
    }

    /// <returns>The part on its way; awaited by nobody, because the next part does not wait for its answer.</returns>
    private async Task<Task> StartPartAsync(Stream content, MediaProgress progress, int part, Link link)
    {
        int length = (int)Math.Min(MediaParts.PartBytes, progress.File.Bytes - ((long)part * MediaParts.PartBytes));
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        int read = await content.ReadAtLeastAsync(buffer.AsMemory(0, length), length, throwOnEndOfStream: false).ConfigureAwait(false);
        string topic = progress.Parts == 1 ? topics.Media(progress.File.Sha256) : topics.MediaPart(progress.File.Sha256, part);
        var message = new MqttMessage
        {
            Topic = topic,
            Payload = buffer.AsMemory(0, read),
            ContentType = progress.File.Type,
            UserProperties = progress.Parts == 1 ? [] : [new("parts", FormattableString.Invariant($"{progress.Parts}"))],
        };
        return FinishPartAsync(message, buffer, progress, link);
    }

    private async Task FinishPartAsync(MqttMessage message, byte[] buffer, MediaProgress progress, Link link)
    {
        try
        {
            var ack = await link.Client.PublishAsync(message).ConfigureAwait(false);
            await ReactAsync(ack.Reason, progress, link).ConfigureAwait(false);
        }
        catch (MqttTooLargeException tooLarge)
        {
            UplinkLog.PictureStuck(log, progress.File.Sha256, tooLarge.Message);
            _holds.Hold(progress.File.Sha256, limits.Barred);
        }
        catch (IOException)
        {
            // The link ended: not forgotten, so it goes again.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _outstanding.End();
            link.Window.Return();
        }
    }

    private async ValueTask ReactAsync(byte reason, MediaProgress progress, Link link)
    {
        var reaction = AckReactions.To(reason);
        audience.Noted(reaction);
        switch (reaction)
        {
            case AckReaction.Delivered when progress.PartTaken():
                await media.ForgetAsync([progress.File], CancellationToken.None).ConfigureAwait(false);
                break;
            case AckReaction.Delivered:
                break;
            case AckReaction.ResetLink:
                link.WantReset();
                break;
            default:
                _holds.Hold(progress.File.Sha256, reaction == AckReaction.BarTopic ? limits.Barred : limits.Unheard);
                break;
        }
    }

    private Task WaitForMoreAsync(CancellationToken ct)
    {
        var lookAgain = Task.Delay(TimeSpan.FromSeconds(1), time, ct);
        return _holds.Any ? lookAgain : Task.WhenAny(store.WaitAsync(Lane.Media, _cursor, ct), lookAgain);
    }
}
