using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Dahua;

/// <summary>Asks a device's clock beside the stream, soon and then now and again (plate-camera.md section 8, time service).</summary>
internal sealed class DahuaClockQuestion(DriverContext context, DahuaAccess access, TimeSpan every)
{
    private const string Path = "/cgi-bin/global.cgi?action=getCurrentTime";

    /// <summary>Not in the burst of logins (plate-camera.md section 9, F10), and not on a link that ends at once.</summary>
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(15);

    /// <summary>The answer has whole seconds: on average it is half a second old.</summary>
    private static readonly TimeSpan s_half = TimeSpan.FromMilliseconds(500);

    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Delay(s_first, context.Time, ct).ConfigureAwait(false);
        while (true)
        {
            await AskAsync(ct).ConfigureAwait(false);
            await Task.Delay(every, context.Time, ct).ConfigureAwait(false);
        }
    }

    private async Task AskAsync(CancellationToken ct)
    {
        var before = context.Time.GetUtcNow();
        long begun = context.Time.GetTimestamp();
        try
        {
            var reply = await access.AskAsync(Path, ct).ConfigureAwait(false);
            var took = context.Time.GetElapsedTime(begun);
            if (DahuaTimes.Parse(reply.Result, context.Zone) is not { } told)
            {
                context.Watch.Fault(FaultKind.Garbled, "clock-not-told");
                return;
            }

            context.Watch.Clock(told + s_half - (before + (took / 2)), (took / 2) + s_half);
        }
        catch (DeviceFaultException fault)
        {
            // The stream is what counts; a device that does not tell its time is only counted.
            context.Watch.Fault(fault.Kind, "clock-not-told");
        }
    }
}
