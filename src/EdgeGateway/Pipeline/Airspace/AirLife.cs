using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Lets time pass for the airspace.</summary>
public sealed class AirLife(AirWatch watch, TimeProvider time, ILogger<AirLife> log) : IDisposable
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private long _failures;

    public void Start() => _running = RunAsync();

    /// <summary>What stands stays so and goes on after the next start.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _stop.Dispose();

    private async Task RunAsync()
    {
        while (true)
        {
            await Task.Delay(s_step, time, _stop.Token).ConfigureAwait(false);
            Step();
        }
    }

    /// <summary>One vehicle that cannot be looked at must not hide all others.</summary>
    private void Step()
    {
        try
        {
            watch.Tick();
        }
        catch (Exception failure)
        {
            if ((++_failures & (_failures - 1)) == 0)
            {
                AirLog.StepFailed(log, _failures, failure);
            }
        }
    }
}
