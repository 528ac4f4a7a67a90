using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>With a library above us: we are registered, take dispositions and tell of hits, all three at one time.</summary>
public sealed class UpperConversation : IDisposable
{
    private readonly NoticeLoop _notices;

    /// <exception cref="DeviceFaultException"><c>Unsupported</c>: nothing is matched in this process.</exception>
    public UpperConversation(LibraryLink link, ViidLibraryOptions options, DriverContext context)
    {
        IHotListDesk desk = context.HotList ?? throw new DeviceFaultException(FaultKind.Unsupported, "Nothing is matched here, so no library can be served.");
        Session = new UpperSession(link, options, context);
        Dispositions = new DispositionDesk(desk, LibraryPlace.Of(options, context.Zone), context);
        _notices = new NoticeLoop(desk, new NoticeSender(link, Session, options, context), context, new Random((int)context.Time.GetTimestamp()));
    }

    public UpperSession Session { get; }

    public DispositionDesk Dispositions { get; }

    /// <summary>Ends with the first of the two that ends; the other is stopped.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] both = [Session.KeepAsync(stop.Token), _notices.RunAsync(stop.Token)];
        var first = await Task.WhenAny(both).ConfigureAwait(false);
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(both).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        await first.ConfigureAwait(false);
    }

    public void Dispose() => Session.Dispose();
}
