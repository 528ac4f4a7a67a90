using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace EdgeGateway.Drivers.Transport;

/// <summary>Takes in one body within its limits of size, time and memory.</summary>
internal sealed class InboxBodyReader(HttpInboxOptions options, TimeProvider time)
{
    /// <summary>A body without announced length is charged this much until it is larger, then as the largest allowed.</summary>
    private const int SmallBody = 64 * 1024;

    /// <returns>Null when the body is in; otherwise what the device is told.</returns>
    public async ValueTask<InboxRefusal?> ReadAsync(InboxBody body, PipeReader reader, long? length, CancellationToken aborted)
    {
        if (length > options.MaxBodyBytes)
        {
            return InboxRefusal.TooLarge;
        }

        try
        {
            return await WaitForMemoryAsync(body, length ?? Math.Min(SmallBody, options.MaxBodyBytes), aborted).ConfigureAwait(false)
                ?? await CopyAsync(body, reader, aborted).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode == StatusCodes.Status408RequestTimeout ? InboxRefusal.TooSlow : InboxRefusal.Incomplete;
        }
        catch (IOException)
        {
            return InboxRefusal.Aborted;
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested)
        {
            return InboxRefusal.Aborted;
        }
    }

    private ValueTask<InboxRefusal?> MakeRoomAsync(InboxBody body, long length, CancellationToken aborted)
    {
        if (length > options.MaxBodyBytes)
        {
            return ValueTask.FromResult<InboxRefusal?>(InboxRefusal.TooLarge);
        }

        return InboxBody.Cost(length) <= body.Charged
            ? ValueTask.FromResult<InboxRefusal?>(null)
            : WaitForMemoryAsync(body, options.MaxBodyBytes, aborted);
    }

    private async ValueTask<InboxRefusal?> WaitForMemoryAsync(InboxBody body, long bytes, CancellationToken aborted)
    {
        using var limit = new InboxTimeLimit(options.WaitLimit, time, aborted);
        try
        {
            await body.ReserveAsync(bytes, limit.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (limit.Exceeded)
        {
            return InboxRefusal.Busy;
        }
    }

    private async ValueTask<InboxRefusal?> CopyAsync(InboxBody body, PipeReader reader, CancellationToken aborted)
    {
        using var limit = new InboxTimeLimit(options.BodyTimeLimit, time, aborted);
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(limit.Token).ConfigureAwait(false);
                var refusal = await MakeRoomAsync(body, body.Length + result.Buffer.Length, aborted).ConfigureAwait(false);
                if (refusal is null)
                {
                    body.Append(result.Buffer);
                }

                reader.AdvanceTo(result.Buffer.End);
                if (refusal is not null || result.IsCompleted)
                {
                    return refusal;
                }
            }
        }
        catch (OperationCanceledException) when (limit.Exceeded)
        {
            return InboxRefusal.TooSlow;
        }
    }
}
