using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>
/// With a library below us: it registers, we subscribe, it notifies. At the inbox it is a peer like a camera, whose vehicles
/// come in notifications.
/// </summary>
public sealed class LowerConversation : IDisposable
{
    /// <summary>A library that said goodbye and is back within this time was not away.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly DriverContext _context;
    private readonly ViidLogin _login;
    private readonly ViidGate _gate;
    private readonly ViidRequests _requests;
    private readonly LibrarySubscription _subscription;
    private readonly SubscriptionKeeper _keeper;

    internal LowerConversation(LibraryLink link, ViidLibraryOptions options, DriverContext context, IReadingSink sink)
    {
        var peer = LibraryLogin.Of(options);
        _context = context;
        _login = peer.Login;
        _gate = new ViidGate(_login, context.Time);
        _requests = new ViidRequests(context, peer, _gate, new LibrarySink(sink));
        _subscription = new LibrarySubscription(link, options, context);
        _keeper = new SubscriptionKeeper(_subscription, options, context, new Random((int)context.Time.GetTimestamp()));
    }

    /// <summary>As for a camera; a Register that was taken is heard by the keeper of the subscription.</summary>
    public InboxAdmission Admit(InboxHead head)
    {
        var admission = _requests.Admit(head);
        return ViidPath.Of(head.Path).Is("System", "Register") && admission.Handler is { } register
            ? InboxAdmission.Trust((request, ct) => RegisterAsync(register, request, ct))
            : admission;
    }

    /// <summary>Until the library says goodbye, or misses three Keepalives.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var keeping = _keeper.RunAsync(stop.Token);
        try
        {
            while (_gate.Gone is null || _gate.Gone < s_grace)
            {
                await Task.WhenAny(keeping, Task.Delay(s_look, _context.Time, stop.Token)).ConfigureAwait(false);
                ct.ThrowIfCancellationRequested();
                ThrowIfSilent();
                if (keeping.IsFaulted)
                {
                    await keeping.ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Cancels the subscription, if there may be one.</summary>
    public Task LeaveAsync(CancellationToken ct) => _keeper.MayBeThere ? _subscription.CancelAsync(ct) : Task.CompletedTask;

    public void Dispose() => _keeper.Dispose();

    private async ValueTask<InboxAnswer> RegisterAsync(InboxHandler register, InboxRequest request, CancellationToken ct)
    {
        var answer = await register(request, ct).ConfigureAwait(false);
        if (answer.Status == 200)
        {
            _keeper.Registered();
        }

        return answer;
    }

    private void ThrowIfSilent()
    {
        if (_gate.Silence is { } silence && silence > _login.Patience)
        {
            _gate.Forget();
            throw new DeviceFaultException(FaultKind.Silent, $"The library was registered and has said nothing for {silence.TotalSeconds:0} s; check its power and network.");
        }
    }
}
