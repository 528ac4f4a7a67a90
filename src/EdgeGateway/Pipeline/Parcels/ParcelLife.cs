using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Lets time pass for the records: the one loop of the joining.</summary>
public sealed class ParcelLife(ParcelStage stage, ParcelRates rates, TimeProvider time, ILogger<ParcelLife> log) : IDisposable
{
    private static readonly TimeSpan s_step = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private long _failures;

    public void Start() => _running = stage.IsNeeded ? RunAsync() : Task.CompletedTask;

    /// <summary>What is open stays so and goes on after the next start.</summary>
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
            await StepAsync().ConfigureAwait(false);
        }
    }

    /// <summary>One record that cannot be told must not keep all others from their end.</summary>
    private async Task StepAsync()
    {
        try
        {
            stage.Tick();
            await rates.TellAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            if ((++_failures & (_failures - 1)) == 0)
            {
                ParcelLog.StepFailed(log, _failures, failure);
            }
        }
    }
}
