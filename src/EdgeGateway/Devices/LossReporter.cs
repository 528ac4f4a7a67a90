using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices;

/// <summary>Tells the store, as soon as it takes readings again, what it refused and no device will send again.</summary>
public sealed class LossReporter(IReadOnlyList<DeviceLosses> devices, Intake intake, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(2);

    /// <summary>Runs until <paramref name="stop"/>, and then reports once more what the last conversations left.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(s_again, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await ReportAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Reports everything that is open; what the store refuses stays open.</summary>
    public async Task ReportAsync()
    {
        foreach (var losses in devices)
        {
            foreach (var (lane, count) in losses.Open())
            {
                try
                {
                    await intake.ReportLossAsync(losses.Device, lane, count).ConfigureAwait(false);
                }
                catch (StoreRefusedException)
                {
                    return;
                }

                losses.Reported(lane, count);
                DeviceLog.Lost(log, losses.Device, count);
            }
        }
    }
}
