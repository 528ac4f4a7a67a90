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
/// <param name="tooLarge">Called when a part cannot be sent: the broker takes no message of that size, or the disk cannot read it.</param>
internal sealed class MediaSender(
    IMediaStore media,
    Topics topics,
    Outstanding outstanding,
    Func<byte, MediaProgress, int, Link, ValueTask> answered,
    Action<StoredMedia, string> tooLarge)
{
    /// <summary>Bytes of files that may wait for an answer at once; a single part may be larger.</summary>
    private const long MostInFlight = 512 * 1024;

    private long _bytes;

    /// <summary>Bytes of files on their way.</summary>
    public long BytesInFlight => Interlocked.Read(ref _bytes);

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
            await RoomAsync(LengthOf(progress, part), ct).ConfigureAwait(false);
            await link.Window.TakeAsync(Lane.Media, ct).ConfigureAwait(false);
            outstanding.Begin();
            _ = await BeginPartAsync(content, progress, part, link).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Pictures are large: what is queued of them stands before the next alarm.</summary>
    private async Task RoomAsync(int length, CancellationToken ct)
    {
        if (BytesInFlight > 0 && BytesInFlight + length > MostInFlight)
        {
            await outstanding.QuietAsync().WaitAsync(ct).ConfigureAwait(false);
        }
    }

    private async Task<Task> BeginPartAsync(Stream content, MediaProgress progress, int part, Link link)
    {
        try
        {
            return await StartPartAsync(content, progress, part, link).ConfigureAwait(false);
        }
        catch (IOException unreadable)
        {
            // It never got on the wire: its place and its count must not stay behind.
            outstanding.End();
            link.Window.Return();
            tooLarge(progress.File, unreadable.Message);
            return Task.CompletedTask;
        }
    }

    private static int LengthOf(MediaProgress progress, int part) =>
        (int)Math.Min(MediaParts.PartBytes, progress.File.Bytes - ((long)part * MediaParts.PartBytes));

    /// <returns>The part on its way; awaited by nobody, because the next part does not wait for its answer.</returns>
    private async Task<Task> StartPartAsync(Stream content, MediaProgress progress, int part, Link link)
    {
        int length = LengthOf(progress, part);
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
        Interlocked.Add(ref _bytes, read);
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
            Interlocked.Add(ref _bytes, -message.Payload.Length);
            ArrayPool<byte>.Shared.Return(buffer);
            outstanding.End();
            link.Window.Return();
        }
    }
}
