using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>One file after the other: read, told, and only then removed. Its name is never looked at: a kiosk may put a person's name in it.</summary>
internal sealed class SpoolIntake(DriverContext context, KioskApplicationOptions options, IDropFolder folder, KioskDesk desk)
{
    public async Task RunAsync(CancellationToken ct)
    {
        while (true)
        {
            await TakeAsync(await folder.NextAsync(ct).ConfigureAwait(false), ct).ConfigureAwait(false);
        }
    }

    private async Task TakeAsync(DropFile file, CancellationToken ct)
    {
        IReadOnlyList<KioskItem> items = file.Content is { } content ? KioskMessages.Read(content, null, context.Zone) : [new KioskItem(0, null, KioskFaults.TooLong)];
        if (items[^1].Fault is KioskFaults.Truncated or KioskFaults.Empty && file.StoodFor < options.Patience)
        {
            folder.Later(file);
            return;
        }

        try
        {
            Leave(file, await desk.TakeAsync(items, IsLive(file), ct).ConfigureAwait(false));
        }
        catch (StoreRefusedException)
        {
            // The kiosk has lost nothing: its file stands where it was.
            context.Watch.Fault(FaultKind.Busy, "file-waits-for-store");
            folder.Later(file);
        }
    }

    /// <summary>What was refused cannot be told; a technician must be able to see it.</summary>
    private void Leave(DropFile file, IReadOnlyList<KioskItem> taken)
    {
        if (taken.FirstOrDefault(item => item.Fault is not null).Fault is { } fault)
        {
            folder.Quarantine(file, fault);
        }
        else
        {
            folder.Done(file);
        }
    }

    /// <summary>A file that has been there for long proves nothing about the kiosk now.</summary>
    private bool IsLive(DropFile file) => options.Silence is not { } silence || context.Time.GetUtcNow() - file.Modified < silence;
}
