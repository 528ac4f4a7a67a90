using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using EdgeGateway.Telemetry.Clock;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Devices.Clocks;

/// <summary>Looks at the clocks of all devices now and then and tells the platform when one goes wrong and when it is right again.</summary>
public sealed class ClockReporter(
    IReadOnlyList<(DevicePlan Plan, DeviceClock Clock)> clocks, DeviceLimits limits, Intake intake, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(5);

    private readonly ClockSteps _steps = new(time);
    private TimeSpan _stepped;

    /// <summary>Runs until <paramref name="stop"/>.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(s_again, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stop.IsCancellationRequested)
            {
                await LookAsync(stop).ConfigureAwait(false);
            }
        }
    }

    private async Task LookAsync(CancellationToken stop)
    {
        bool stepped = HasStepped(_steps.Look());
        foreach (var (plan, clock) in clocks)
        {
            if (stepped)
            {
                clock.Forget();
            }
            else if (clock.Judge() is { } turn)
            {
                await TellAsync(plan, clock, turn, stop).ConfigureAwait(false);
            }
        }
    }

    // A process that stands still between the two clocks sees a step and, at the next look, its opposite: only what stays is one.
    private bool HasStepped(TimeSpan? step)
    {
        _stepped += step ?? TimeSpan.Zero;
        if (step is not null || _stepped.Duration() < ClockSteps.Least)
        {
            return false;
        }

        _stepped = TimeSpan.Zero;
        return true;
    }

    /// <summary>What the store refuses, or what the stop interrupts, is told at the next look.</summary>
    private async Task TellAsync(DevicePlan plan, DeviceClock clock, ClockTurn turn, CancellationToken stop)
    {
        try
        {
            await intake.TakeAsync(ClockStatus.Of(plan, turn, limits, time.GetUtcNow()), plan.Facts, stop).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is StoreRefusedException or OperationCanceledException)
        {
            return;
        }

        clock.Reported();
        if (turn.Off)
        {
            ClockLog.Off(log, plan.Id, turn.Estimate.Offset, turn.Since);
        }
        else
        {
            ClockLog.Right(log, plan.Id, turn.Estimate.Offset);
        }
    }
}
