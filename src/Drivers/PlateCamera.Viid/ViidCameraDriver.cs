using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>A plate camera over GA/T 1400 (plate-camera.md section 2): it registers with us, keeps alive, and posts what it sees.</summary>
public sealed class ViidCameraDriver(DriverContext context, ViidCameraOptions options) : IDeviceDriver
{
    /// <summary>A camera that said goodbye and is back within this time was not away.</summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    /// <summary>Nothing to open: the camera comes to us.</summary>
    public Task ConnectAsync(CancellationToken ct) => Task.CompletedTask;

    /// <summary>The door is open until we stop, the camera says goodbye, or it misses three keepalives.</summary>
    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var gate = new ViidGate(options.Login, context.Time);
        var requests = new ViidRequests(context, options, gate, sink);
        using var door = context.Transports.Inbox.OpenRoot(new InboxClaim
        {
            Device = context.Device,
            Root = ViidRoot.Value,
            Identity = options.Login.DeviceId,
            Anonymous = requests.Anonymous,
            Admit = requests.Admit,
        });
        while (gate.Gone is null || gate.Gone < s_grace)
        {
            await Task.Delay(s_look, context.Time, ct).ConfigureAwait(false);
            ThrowIfSilent(gate);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void ThrowIfSilent(ViidGate gate)
    {
        if (gate.Silence is { } silence && silence > options.Login.Patience)
        {
            gate.Forget();
            throw new DeviceFaultException(FaultKind.Silent, $"The camera was registered and has said nothing for {silence.TotalSeconds:0} s; check its power and network.");
        }
    }
}
