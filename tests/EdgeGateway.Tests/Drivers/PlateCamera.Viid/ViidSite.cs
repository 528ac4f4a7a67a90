using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

/// <summary>An inbox, one driver on it, and a camera.</summary>
internal sealed class ViidSite : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private ViidSite(InboxRig inbox, FakeHost host, Task running, FakeTimeProvider time) =>
        (Inbox, Host, Running, Time, Camera) = (inbox, host, running, time, new CameraPeer(inbox.Inbox.Port));

    public InboxRig Inbox { get; }

    public FakeHost Host { get; }

    public Task Running { get; }

    public FakeTimeProvider Time { get; }

    public CameraPeer Camera { get; }

    public static async Task<ViidSite> StartAsync(IReadingSink sink, Func<ViidCameraOptions, ViidCameraOptions>? change = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2024, 6, 24, 11, 52, 36, TimeSpan.Zero));
        var inbox = await InboxRig.StartAsync();
        var host = new FakeHost(inbox.Inbox, time);
        var options = ViidRig.Options();
        var driver = new ViidCameraDriver(host.Context, change?.Invoke(options) ?? options);
        var stop = new CancellationTokenSource();
        await driver.ConnectAsync(stop.Token);
        var site = new ViidSite(inbox, host, driver.RunAsync(sink, stop.Token), time);
        site._stop.Token.Register(stop.Cancel);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAny(Running);
        await Inbox.DisposeAsync();
    }
}
