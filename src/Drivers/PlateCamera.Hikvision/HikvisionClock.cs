using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>
/// Asks a camera for its time beside the open stream, on a link of its own, and again every half hour. A camera that does
/// not tell is not asked again in this conversation: its readings tell its clock as well, only later.
/// </summary>
internal sealed class HikvisionClock(DriverContext context, HikvisionOptions options)
{
    /// <summary>Not in the burst of logins (section 9, F10), and not on a link that ends at once.</summary>
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(30);

    /// <summary>The camera shows whole seconds: what it shows is half a second old on average.</summary>
    private static readonly TimeSpan s_half = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs until cancelled, or until the camera does not tell.</summary>
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
        using var limit = new CancellationTokenSource(options.ConnectTimeout, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var url = new UriBuilder(options.Https ? "https" : "http", options.Host, options.Port, IsapiSystemTime.Path).Uri;
        long asked = context.Time.GetTimestamp();
        using var answer = await context.Transports.Http
            .OpenAsync(new HttpPullRequest(url, options.User, options.Password, options.ConnectTimeout, options.CertificateSha256), either.Token).ConfigureAwait(false);
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
