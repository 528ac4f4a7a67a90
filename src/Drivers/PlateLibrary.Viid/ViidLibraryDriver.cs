using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>A GA/T 1400 view library below us, which brings readings, or above us, which says what is looked for (plate-camera.md section 2).</summary>
public sealed class ViidLibraryDriver(DriverContext context, ViidLibraryOptions options) : IDeviceDriver
{
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(3);

    private readonly LibraryLink _link = new(context.Transports.Call!, options);
    private UpperConversation? _upper;
    private LowerConversation? _lower;

    /// <summary>Upper: we register. Lower: nothing to open, the library comes to us.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        if (options.Role == ViidLibraryRole.Upper)
        {
            var upper = new UpperConversation(_link, options, context);
            await upper.Session.RegisterAsync(ct).ConfigureAwait(false);
            _upper = upper;
        }
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        if (_upper is { } upper)
        {
            using var door = Open(new UpperRequests(context, options, upper.Dispositions).Admit);
            await upper.RunAsync(ct).ConfigureAwait(false);
            return;
        }

        _lower = new LowerConversation(_link, options, context, sink);
        using (Open(_lower.Admit))
        {
            await _lower.RunAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>Says goodbye where there is somebody to hear it: UnRegister above, cancels the subscription below.</summary>
    public async ValueTask DisposeAsync()
    {
        var (upper, lower) = (_upper, _lower);
        (_upper, _lower) = (null, null);
        using var limit = new CancellationTokenSource(s_farewell, context.Time);
        if (upper is not null)
        {
            await upper.Session.LeaveAsync(limit.Token).ConfigureAwait(false);
            upper.Dispose();
        }

        if (lower is not null)
        {
            await lower.LeaveAsync(limit.Token).ConfigureAwait(false);
            lower.Dispose();
        }
    }

    private IDisposable Open(Func<InboxHead, InboxAdmission> admit) => context.Transports.Inbox.OpenRoot(new InboxClaim
    {
        Device = context.Device,
        Root = ViidRoot.Value,
        Identity = options.LibraryId,
        Admit = admit,
    });
}
