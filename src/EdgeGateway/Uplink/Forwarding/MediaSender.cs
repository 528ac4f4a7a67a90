using System.Buffers;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Puts one file on the wire, whole or in parts of 1 MiB, from where the last link came to an end.</summary>
/// <param name="media">Where the files are.</param>
/// <param name="topics">Where they go.</param>
/// <param name="outstanding">Counts what has no answer.</param>
/// <param name="answered">Called with the broker's answer to each part.</param>
/// <param name="tooLarge">Called when the broker takes no message of that size.</param>
internal sealed class MediaSender(
    IMediaStore media,
    Topics topics,
    Outstanding outstanding,
    Func<byte, MediaProgress, int, Link, ValueTask> answered,
    Action<StoredMedia, string> tooLarge)
{
    /// <returns>False when the file is gone from the disk. Otherwise true when everything is on its way.</returns>
    public async Task<bool> SendAsync(StoredMedia file, Link link, CancellationToken ct)
    {
        await using var content = media.Open(file.Sha256);
        if (content is null)
        {
            return false;
        }

        var progress = new MediaProgress(file, MediaParts.Count(file.Bytes));
        content.Seek((long)progress.First * MediaParts.PartBytes, SeekOrigin.Begin);
        for (int part = progress.First; part < progress.Parts; part++)
        {
            await link.Window.TakeAsync(Lane.Media, ct).ConfigureAwait(false);
            outstanding.Begin();
            _ = await StartPartAsync(content, progress, part, link).ConfigureAwait(false);
        }

        return true;
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
        return FinishPartAsync(message, buffer, progress, part, link);
    }

    private async Task FinishPartAsync(MqttMessage message, byte[] buffer, MediaProgress progress, int part, Link link)
    {
        try
        {
            var ack = await link.Client.PublishAsync(message).ConfigureAwait(false);
            await answered(ack.Reason, progress, part, link).ConfigureAwait(false);
        }
        catch (MqttTooLargeException refused)
        {
            tooLarge(progress.File, refused.Message);
        }
        catch (IOException)
        {
            // The link ended: not forgotten, so it goes again.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            outstanding.End();
            link.Window.Return();
        }
    }
}
