using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>Our registration at a library above us (plate-camera.md section 2.2).</summary>
public sealed class UpperSession(LibraryLink link, ViidLibraryOptions options, DriverContext context) : IDisposable
{
    private const int MostMisses = 3;

    private readonly Turn _one = new();

    /// <summary>Grows with each registration: who was refused under an older one need not register again.</summary>
    public int Generation { get; private set; }

    /// <exception cref="DeviceFaultException">It does not take us.</exception>
    public Task RegisterAsync(CancellationToken ct) => RenewAsync(Generation, ct);

    /// <summary>Registers again, unless somebody has done so since <paramref name="seen"/>.</summary>
    /// <exception cref="DeviceFaultException">It does not take us any more.</exception>
    public async Task RenewAsync(int seen, CancellationToken ct)
    {
        using var held = await _one.TakeAsync(ct).ConfigureAwait(false);
        if (seen != Generation)
        {
            return;
        }

        var begun = context.Time.GetUtcNow();
        var answer = await link.SendAsync("POST", "/VIID/System/Register", ViidWriter.Register(options.DeviceId), ct).ConfigureAwait(false);
        if (!answer.IsNotRefused)
        {
            throw RegisterFault.Of(answer);
        }

        Generation++;
        LibraryLog.Registered(context.Log, context.Device, options.DeviceId);
        LibraryClock.Tell(context, answer.Statuses, begun);
        context.Watch.Heard();
    }

    /// <summary>Keeps the registration alive until cancelled: one lost Keepalive is counted, the third in a row ends the conversation.</summary>
    /// <exception cref="DeviceFaultException">The library is gone, or does not take us any more.</exception>
    public async Task KeepAsync(CancellationToken ct)
    {
        using var rhythm = new PeriodicTimer(options.Keepalive, context.Time);
        int misses = 0;
        while (await rhythm.WaitForNextTickAsync(ct).ConfigureAwait(false))
        {
            try
            {
                await BeatAsync(ct).ConfigureAwait(false);
                misses = 0;
            }
            catch (DeviceFaultException fault) when (fault.Kind == FaultKind.Unreachable && ++misses < MostMisses)
            {
                context.Watch.Fault(FaultKind.Unreachable, "keepalive-unanswered");
            }
        }
    }

    /// <summary>Ignores failures: who is gone need not be told.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        try
        {
            await link.SendAsync("POST", "/VIID/System/UnRegister", ViidWriter.UnRegister(options.DeviceId), ct).ConfigureAwait(false);
        }
        catch (Exception error) when (error is DeviceFaultException or OperationCanceledException)
        {
            // The library forgets us by itself after some missed Keepalives.
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task BeatAsync(CancellationToken ct)
    {
        int seen = Generation;
        var answer = await link.IdentifyAsync("POST", options.Address("/VIID/System/Keepalive"), ViidWriter.Keepalive(options.DeviceId), ct).ConfigureAwait(false);
        if (answer.IsNotRefused)
        {
            context.Watch.Heard();
            return;
        }

        // 401 with a challenge, or 200 with a status such as 500: both were seen for "I do not know you".
        context.Watch.Fault(FaultKind.Refused, "registration-lost");
        await RenewAsync(seen, ct).ConfigureAwait(false);
    }
}
