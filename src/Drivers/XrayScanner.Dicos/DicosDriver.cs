using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Folders;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>An X-ray scanner that tells its results as DICOS files (xray.md section 1): put into a folder, or sent to a receiver of ours.</summary>
public sealed class DicosDriver(DriverContext context, DicosOptions options) : IDeviceDriver
{
    private IDropFolder? _folder;
    private IDropFolder? _received;
    private ITcpDoor? _door;

    public Task ConnectAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (options.Store is { } store)
        {
            StoreReceiver.CheckInstalled(context.Transports.Programs!);
            _door = context.Transports.Doors!.Open(store.Listen);
        }

        _folder = context.Transports.Folders!.Open(options.Folder, context.Watch);
        _received = options.Store is null ? null : context.Transports.Folders.OpenOwn(context.Device, options.Folder, context.Watch);
        return Task.CompletedTask;
    }

    /// <summary>A file is moved, and a sender answered, only when its reading is safe; what is cut off in between comes again.</summary>
    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        List<Task> ways = [FolderAsync(new DicosIntake(context, options, _folder!, sink), both.Token)];
        if (options.Store is { } store)
        {
            var intake = new DicosIntake(context, options, _received!, sink);
            ways.Add(new StoreDesk(context, store, options.Folder.MostBytes, _received!, _door!, intake).RunAsync(both.Token));
        }

        var first = await Task.WhenAny(ways).ConfigureAwait(false);
        await both.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(ways).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first.ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _door?.Dispose();
        _folder?.Dispose();
        _received?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task FolderAsync(DicosIntake intake, CancellationToken ct)
    {
        while (true)
        {
            await intake.TakeDroppedAsync(await _folder!.NextAsync(ct).ConfigureAwait(false), ct).ConfigureAwait(false);
        }
    }
}
