using System.Buffers;
using System.Collections.Concurrent;
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

    private readonly Outstanding _outstanding = new(time);
    private readonly ConcurrentDictionary<string, bool> _stuck = new(StringComparer.Ordinal);
    private long _cursor;
    private int _strikes;
    private volatile bool _pauseWanted;
    private volatile bool _barred;

    public TimeSpan Stalled() => _outstanding.Stalled();

    public async Task RunAsync(Link link, CancellationToken ct)
    {
        _cursor = 0;
        _stuck.Clear();
        while (!ct.IsCancellationRequested)
        {
            await RestIfWantedAsync(ct).ConfigureAwait(false);
            var page = media.Pending(_cursor, Page);
            await SendPageAsync(page, link, ct).ConfigureAwait(false);
            if (page.Count == 0)
            {
                await WaitForMoreAsync(ct).ConfigureAwait(false);
            }
        }
    }

    private async Task SendPageAsync(IReadOnlyList<StoredMedia> page, Link link, CancellationToken ct)
    {
        foreach (var file in page)
        {
            if (_pauseWanted)
            {
                return;
            }

            await SendAsync(file, link, ct).ConfigureAwait(false);
            if (_strikes > 0)
            {
                // After a refusal one picture goes ahead of the others: nobody may be listening, and pictures are large.
                await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
            }

            _cursor = file.Position;
        }
    }

    /// <summary>What was not taken is kept and tried again from the oldest, later each time.</summary>
    private async Task RestIfWantedAsync(CancellationToken ct)
    {
        if (!_pauseWanted)
        {
            return;
        }

        double factor = Math.Pow(2, Math.Min(_strikes++, 16));
        var pause = TimeSpan.FromTicks((long)Math.Min(limits.UnheardMost.Ticks, limits.Unheard.Ticks * factor));
        await Task.Delay(_barred ? limits.Barred : pause, time, ct).ConfigureAwait(false);
        await _outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
        (_pauseWanted, _barred, _cursor) = (false, false, 0);
    }

    private async Task SendAsync(StoredMedia file, Link link, CancellationToken ct)
    {
        if (_stuck.ContainsKey(file.Sha256))
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
            _stuck[progress.File.Sha256] = true;
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
                _strikes = 0;
                await media.ForgetAsync([progress.File], CancellationToken.None).ConfigureAwait(false);
                break;
            case AckReaction.Delivered:
                break;
            case AckReaction.ResetLink:
                link.WantReset();
                break;
            default:
                _barred |= reaction == AckReaction.BarTopic;
                _pauseWanted = true;
                break;
        }
    }

    private Task WaitForMoreAsync(CancellationToken ct) =>
        _pauseWanted ? Task.CompletedTask : NextLook.WaitAsync(store, Lane.Media, _cursor, time, ct);
}
