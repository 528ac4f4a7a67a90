using EdgeGateway.Commands;
using EdgeGateway.Configuration;
using EdgeGateway.Devices;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Pipeline.Airspace;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Store;
using EdgeGateway.Uplink;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Composition;

/// <summary>
/// The order of start and stop. Start: commands, parcels, airspace, devices, inbox, hot lists, uplink. Stop: commands first, while there is
/// a way to answer, then devices, so that nothing new comes in, then the inbox, the parcels and the airspace, then the uplink says goodbye; the store is closed last, by the container.
/// </summary>
public sealed class GatewayLife(
    GatewaySettings settings,
    HttpInbox inbox,
    DeviceSupervisor devices,
    CommandInbox commands,
    HotListLife hotLists,
    ParcelLife parcels,
    AirLife air,
    UplinkService uplink,
    SqliteReadingStore store,
    IHostApplicationLifetime lifetime,
    ILogger<GatewayLife> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _devicesStop = new();
    private readonly CancellationTokenSource _uplinkStop = new();
    private Task _running = Task.CompletedTask;
    private Task _devicesRunning = Task.CompletedTask;
    private Task _uplinkRunning = Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await commands.StartAsync().ConfigureAwait(false);
        parcels.Start();
        air.Start();
        _devicesRunning = devices.RunAsync(_devicesStop.Token);
        if (settings.Inbox is not null)
        {
            // After the devices: one that pushes in the first instant must not hear that nobody knows it.
            await inbox.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        hotLists.Start();
        _uplinkRunning = uplink.RunAsync(_uplinkStop.Token);
        _running = WatchAsync();
        CompositionLog.Ready(log, settings.Gateway, settings.Devices.Count(device => device.Enabled), settings.Store.Folder);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await commands.StopAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await hotLists.StopAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _devicesStop.CancelAsync().ConfigureAwait(false);
        await _devicesRunning.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (settings.Inbox is not null)
        {
            await inbox.StopAsync(cancellationToken).ConfigureAwait(false);
        }

        await parcels.StopAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await air.StopAsync().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _uplinkStop.CancelAsync().ConfigureAwait(false);
        await _uplinkRunning.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        CompositionLog.Stopped(log, settings.Gateway);
    }

    public void Dispose()
    {
        _devicesStop.Dispose();
        _uplinkStop.Dispose();
    }

    /// <summary>The uplink never ends by itself; if it does, the process must not go on as if it were well.</summary>
    private async Task WatchAsync()
    {
        try
        {
            if (await Task.WhenAny(_uplinkRunning, store.Damaged).ConfigureAwait(false) == store.Damaged)
            {
                CompositionLog.StartingAnew(log, await store.Damaged.ConfigureAwait(false));
                lifetime.StopApplication();
                return;
            }

            await _uplinkRunning.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            CompositionLog.UplinkFailed(log, error);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }
}
