using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Telemetry;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices;

/// <summary>
/// The loop around one device: connect, run, say goodbye, wait, again. It ends with the gateway, or when the
/// settings are wrong. One dead or crazy device has its own loop and slows no other.
/// </summary>
public sealed class DeviceLoop(DevicePlan plan, DriverContext context, IReadingSink sink, DeviceWatch watch, DeviceLimits limits, Random random)
{
    private readonly FullJitterBackoff _backoff = new(random, limits.BackoffLeast, limits.BackoffMost);
    private readonly FullJitterBackoff _quarantine = new(random, limits.BackoffMost, limits.QuarantineMost);

    /// <summary>Where commands reach the device.</summary>
    public DeviceConversation Conversation { get; } = new();

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            long begun = context.Time.GetTimestamp();
            var end = await ConverseOnceAsync(stop).ConfigureAwait(false);
            if (stop.IsCancellationRequested)
            {
                break;
            }

            if (end.Kind == FaultKind.Misconfigured)
            {
                watch.Became(DeviceWord.Misconfigured, end.Message);
                DeviceLog.GivenUp(context.Log, plan.Id, end.Message);
                break;
            }

            await StayAwayAsync(end, context.Time.GetElapsedTime(begun), stop).ConfigureAwait(false);
        }
    }

    private async Task<DeviceFaultException> ConverseOnceAsync(CancellationToken stop)
    {
        IDeviceDriver? driver = null;
        try
        {
            driver = plan.Driver.Create(context, plan.Options);
            await ConnectAsync(driver, stop).ConfigureAwait(false);
            Conversation.Begin(driver);
            await driver.RunAsync(sink, stop).ConfigureAwait(false);
            return new DeviceFaultException(FaultKind.Ended, "The device ended the conversation.");
        }
        catch (DeviceFaultException fault)
        {
            watch.Fault(fault.Kind, "conversation");
            return fault;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new DeviceFaultException(FaultKind.Ended, "The gateway stops.");
        }
        catch (StoreRefusedException refused)
        {
            return new DeviceFaultException(FaultKind.Busy, refused.Message, limits.BackoffLeast, refused);
        }
        catch (Exception error)
        {
            // The last line of defence: a driver's bug costs one conversation of one device, and is counted.
            watch.Fault(FaultKind.Garbled, "driver-failed");
            DeviceLog.DriverFailed(context.Log, plan.Id, error);
            return new DeviceFaultException(FaultKind.Garbled, "The driver failed.", inner: error);
        }
        finally
        {
            await Conversation.EndAsync().ConfigureAwait(false);
            await SayGoodbyeAsync(driver).ConfigureAwait(false);
        }
    }

    private async Task ConnectAsync(IDeviceDriver driver, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(limits.Connect, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            await driver.ConnectAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"No answer within {limits.Connect.TotalSeconds:0} s; check cable, address and port.");
        }
    }

    private async Task StayAwayAsync(DeviceFaultException end, TimeSpan lasted, CancellationToken stop)
    {
        if (lasted >= limits.Stable)
        {
            _backoff.Reset();
            _quarantine.Reset();
        }

        bool quarantined = _backoff.Failures >= limits.QuarantineAfter;
        watch.Became(quarantined ? DeviceWord.Quarantined : WordFor(end.Kind), end.Message);
        var wait = end.Wait ?? (quarantined ? _quarantine.Next() : _backoff.Next());
        DeviceLog.WillRetry(context.Log, plan.Id, end.Message, wait);
        await Task.Delay(wait, context.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static DeviceWord WordFor(FaultKind kind) => kind == FaultKind.Refused ? DeviceWord.Refused : DeviceWord.Offline;

    private async Task SayGoodbyeAsync(IDeviceDriver? driver)
    {
        if (driver is null)
        {
            return;
        }

        try
        {
            await driver.DisposeAsync().AsTask().WaitAsync(limits.Goodbye, context.Time, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            DeviceLog.GoodbyeFailed(context.Log, plan.Id, error);
        }
    }
}
