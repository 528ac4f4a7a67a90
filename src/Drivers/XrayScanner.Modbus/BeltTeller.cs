using System.Threading.Channels;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>
/// Brings readings to the disk beside the polling, so that a slow disk does not make parcels pass unseen; a disk that stands still
/// stops the polling in the end. What was told is remembered behind it: a crash between the two tells it again, under the same name.
/// </summary>
internal sealed class BeltTeller(DriverContext context)
{
    private const int MostWaiting = 48;
    private const int MostAtOnce = 32;

    private readonly Channel<BeltItem> _items = Channel.CreateBounded<BeltItem>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    public ValueTask AddAsync(BeltItem item, CancellationToken ct) => _items.Writer.WriteAsync(item, ct);

    /// <summary>Nothing more will be added.</summary>
    public void Complete() => _items.Writer.TryComplete();

    /// <summary>Ends when everything is told after <see cref="Complete"/>.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        while (await _items.Reader.WaitToReadAsync(ct).ConfigureAwait(false))
        {
            await TellAsync(sink, ct).ConfigureAwait(false);
        }
    }

    /// <summary>What is there now, up to the next thing that is to be remembered first.</summary>
    private async Task TellAsync(IReadingSink sink, CancellationToken ct)
    {
        var underWay = new List<Task>();
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (underWay.Count < MostAtOnce && _items.Reader.TryRead(out var item))
        {
            if (item.Memory is { } name)
            {
                notes[name] = item.Value!;
            }

            if (item.Reading is not { } reading)
            {
                break;
            }

            underWay.Add(sink.EmitAsync(reading, ct).AsTask());
        }

        await SettleAsync(underWay).ConfigureAwait(false);
        foreach (var (name, value) in notes)
        {
            await (context.Memory?.RememberAsync(name, value, ct) ?? Task.CompletedTask).ConfigureAwait(false);
        }
    }

    /// <summary>What the disk refuses may not stand in the registers any more: it is counted one by one.</summary>
    private async Task SettleAsync(List<Task> underWay)
    {
        await Task.WhenAll(underWay).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var _ in underWay.Where(emit => emit.IsFaulted))
        {
            context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
        }

        await Task.WhenAll(underWay).ConfigureAwait(false);
    }
}
