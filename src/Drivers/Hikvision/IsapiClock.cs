using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Hikvision;

/// <summary>
/// Asks a device for its time beside the open stream, on a link of its own, and again every half hour. A device that does
/// not tell is not asked again in this conversation: its readings tell its clock as well, only later.
/// </summary>
internal sealed class IsapiClock(DriverContext context, HttpPeer peer)
{
    /// <summary>Not in the burst of logins (section 9, F10), and not on a link that ends at once.</summary>
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(30);

    /// <summary>The device shows whole seconds: what it shows is half a second old on average.</summary>
    private static readonly TimeSpan s_half = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs until cancelled, or until the device does not tell.</summary>
    public async Task WatchAsync(CancellationToken ct)
    {
        try
        {
            await Task.Delay(s_first, context.Time, ct).ConfigureAwait(false);
            while (await AskAsync(ct).ConfigureAwait(false))
            {
                await Task.Delay(s_again, context.Time, ct).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The conversation ended.
        }
        catch (Exception silence) when (silence is DeviceFaultException or IOException or OperationCanceledException)
        {
            context.Watch.Fault(FaultKind.Unsupported, "clock-not-told");
        }
    }

    private async Task<bool> AskAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(peer.ConnectTimeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        long asked = context.Time.GetTimestamp();
        using var answer = await context.Transports.Http.OpenAsync(peer.Request(IsapiSystemTime.Path), either.Token).ConfigureAwait(false);
        var took = context.Time.GetElapsedTime(asked);
        var middle = context.Time.GetUtcNow() - (took / 2);
        if (answer.Status != 200 || await ReadAsync(answer.Body, either.Token).ConfigureAwait(false) is not { } shown)
        {
            context.Watch.Fault(FaultKind.Unsupported, "clock-not-told");
            return false;
        }

        bool whole = shown.Ticks % TimeSpan.TicksPerSecond == 0;
        context.Watch.Clock(shown + (whole ? s_half : TimeSpan.Zero) - middle, (took / 2) + (whole ? s_half : TimeSpan.Zero));
        return true;
    }

    private async ValueTask<DateTimeOffset?> ReadAsync(Stream body, CancellationToken ct)
    {
        var bytes = new byte[IsapiSystemTime.Longest];
        int length = 0;
        DateTimeOffset? time = null;
        while (time is null && length < bytes.Length && await body.ReadAsync(bytes.AsMemory(length), ct).ConfigureAwait(false) is var read and > 0)
        {
            length += read;
            time = IsapiSystemTime.Read(bytes.AsSpan(0, length), context.Zone);
        }

        return time;
    }
}
