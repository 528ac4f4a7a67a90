using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.DicomUpperLayer;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>Lets senders in, as many as may come, and gives each a receiver of its own.</summary>
/// <param name="context">The host.</param>
/// <param name="options">Who may come.</param>
/// <param name="mostBytes">Longest object.</param>
/// <param name="folder">Where files are received and kept: the gateway's own, not the one that is watched.</param>
/// <param name="door">Open.</param>
/// <param name="intake">What becomes of a file.</param>
internal sealed class StoreDesk(DriverContext context, StoreOptions options, long mostBytes, IDropFolder folder, ITcpDoor door, DicosIntake intake)
{
    private readonly List<Task> _associations = [];

    /// <summary>Ends by being stopped, or with the port or the folder.</summary>
    /// <exception cref="DeviceFaultException">No sender can be received any more.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            while (true)
            {
                var coming = door.AcceptAsync(both.Token);
                await NextAsync(coming).ConfigureAwait(false);
                Let(await coming.ConfigureAwait(false), both.Token);
            }
        }
        finally
        {
            await both.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_associations).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Until somebody comes; an association that ended with a fault of ours ends everything.</summary>
    private async Task NextAsync(Task coming)
    {
        while (await Task.WhenAny([coming, .. _associations]).ConfigureAwait(false) is var ended && ended != coming)
        {
            _associations.Remove(ended);
            await ended.ConfigureAwait(false);
        }
    }

    private void Let(TcpGuest guest, CancellationToken ct)
    {
        _associations.RemoveAll(association => association.IsCompletedSuccessfully);
        bool full = _associations.Count >= options.Associations;
        if (full)
        {
            context.Watch.Fault(FaultKind.Busy, "store-too-many-associations");
        }

        _associations.Add(full ? RefuseAsync(guest, ct) : new StoreAssociation(context, options, mostBytes, folder, intake, guest).RunAsync(ct));
    }

    private static async Task RefuseAsync(TcpGuest guest, CancellationToken ct)
    {
        await using var link = guest.Link;
        try
        {
            await link.WriteAsync(Refusal.Full(), ct).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // Gone already.
        }
    }
}
