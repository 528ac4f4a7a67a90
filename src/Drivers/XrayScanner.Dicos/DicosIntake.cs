using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>One file after the other: read, told, and only then moved.</summary>
/// <param name="context">The host.</param>
/// <param name="options">What is wanted of the files.</param>
/// <param name="folder">Where they stand.</param>
/// <param name="sink">Where readings go.</param>
internal sealed class DicosIntake(DriverContext context, DicosOptions options, IDropFolder folder, IReadingSink sink)
{
    private readonly DicosPlace _place = new() { Device = context.Device, Zone = context.Zone, Rules = options.Rules };
    private readonly DicosLimits _limits = DicosLimits.Default with { FileBytes = options.Folder.MostBytes };

    /// <summary>A file of the folder. One that may still grow, and one that the store does not take now, comes again.</summary>
    public async Task TakeDroppedAsync(DropFile file, CancellationToken ct)
    {
        var (reading, fault, mayGrow) = Read(file);
        if (mayGrow && file.StoodFor < options.Patience)
        {
            folder.Later(file);
            return;
        }

        try
        {
            await EmitAsync(file, reading, fault, folder.Done, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // The scanner has lost nothing: its file stands where it was.
            context.Watch.Fault(FaultKind.Busy, "file-waits-for-store");
            folder.Later(file);
        }
    }

    /// <summary>A file that was sent. It stands on the disk of the store, and takes the room there of what the store holds already.</summary>
    /// <exception cref="StoreRefusedException">The sender must not be told that it is safe.</exception>
    public Task TakeSentAsync(DropFile file, CancellationToken ct)
    {
        var (reading, fault, _) = Read(file);
        return EmitAsync(file, reading, fault, DicosAttachments.HasOriginal(reading) ? folder.Remove : folder.Done, ct);
    }

    private async Task EmitAsync(DropFile file, Reading reading, string? fault, Action<DropFile> done, CancellationToken ct)
    {
        await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        if (fault is null)
        {
            context.Watch.Heard();
            done(file);
            return;
        }

        context.Watch.Fault(FaultKind.Garbled, fault);
        DicosLog.Unreadable(context.Log, context.Device, fault, ShownName.Of(file.Name));
        folder.Quarantine(file, fault);
    }

    private (Reading Reading, string? Fault, bool MayGrow) Read(DropFile file)
    {
        var received = context.Time.GetUtcNow();
        var attached = new DicosAttachments(options);
        if (file.Content is not { } bytes)
        {
            return (UnreadableScan.Of(file, DicosFaults.TooLarge, _place, attached, received), DicosFaults.TooLarge, false);
        }

        var read = DicosReader.Read(bytes, _limits);
        var content = read.File is { } parsed ? DicosContent.Of(parsed, options.Medical) : null;
        if ((read.Fault ?? content?.Fault) is { } fault)
        {
            return (UnreadableScan.Of(file, fault, _place, attached, received), fault, LacksItsEnd(fault));
        }

        return (attached.With(DicosMapping.ToReading(content!, _place, received), read.File!, content!, bytes), null, LacksItsEnd(content!));
    }

    /// <summary>A file does not say how long it is: one that ends between two elements is told from a whole one only by what every such object has (xray.md sections 1.2, 1.5 and 1.7).</summary>
    private static bool LacksItsEnd(string fault) => fault is DicosFaults.Truncated or DicosFaults.Syntax or DicosFaults.NoInstance;

    private static bool LacksItsEnd(DicosContent content) => content is { Report.AlarmDecision: null, Image: null } or { Image.Pixels: null, Report: null };
}
