using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Plays a scenario: all devices side by side, faults at their times, an orderly end.</summary>
/// <param name="scenario">Who is there.</param>
/// <param name="ledger">What they told.</param>
/// <param name="time">Clock.</param>
/// <param name="seeds">What must never come out; null keeps nothing.</param>
public sealed class ScenarioRunner(Scenario scenario, ITruthLedger ledger, TimeProvider time, ISeedList? seeds = null)
{
    private readonly Dictionary<string, IDeviceTrouble> _troubles = new(StringComparer.Ordinal);

    /// <summary>Ends when every device is done, when the drain is over, or when asked to stop.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        DateTimeOffset now = time.GetUtcNow();
        DateTimeOffset start = scenario.Start ?? now;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var run = new RunFrame(scenario.Seed, start, scenario.Duration is { } length ? start + length : DateTimeOffset.MaxValue, ledger, time) { Seeds = seeds ?? new SeedFile(null) };
        List<ITwin> twins = [.. scenario.Devices.Select(device => Twin(device, run))];
        try
        {
            if (scenario.Duration is { } duration)
            {
                stop.CancelAfter(duration + scenario.Drain);
            }

            using var faultsOver = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            Task faults = PlayFaultsAsync(now, faultsOver.Token);
            await Task.WhenAll(twins.Select(twin => RunAsync(twin, stop))).ConfigureAwait(false);
            await faultsOver.CancelAsync().ConfigureAwait(false);
            await faults.ConfigureAwait(false);
        }
        finally
        {
            foreach (ITwin twin in twins)
            {
                await twin.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>One that cannot do its part ends the run for all: a night without it would prove less than it says.</summary>
    private static async Task RunAsync(ITwin twin, CancellationTokenSource stop)
    {
        try
        {
            await twin.RunAsync(stop.Token).ConfigureAwait(false);
        }
        catch
        {
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private ITwin Twin(ScenarioDevice device, RunFrame run)
    {
        (ITwin twin, IDeviceTrouble trouble) = TwinFactory.Twin(device, run);
        _troubles[device.Id] = trouble;
        return twin;
    }

    private async Task PlayFaultsAsync(DateTimeOffset start, CancellationToken ct)
    {
        try
        {
            foreach (ScenarioFault fault in scenario.Faults.OrderBy(fault => fault.At))
            {
                TimeSpan wait = start + fault.At - time.GetUtcNow();
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, ct).ConfigureAwait(false);
                foreach ((_, IDeviceTrouble trouble) in _troubles.Where(pair => fault.Device is null || pair.Key == fault.Device))
                {
                    Strike(trouble, fault, time.GetUtcNow());
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run ended before its last fault.
        }
    }

    private static void Strike(IDeviceTrouble trouble, ScenarioFault fault, DateTimeOffset now)
    {
        switch (fault.Type)
        {
            case FaultType.Disconnect:
                trouble.Disconnect(now + fault.For);
                break;
            case FaultType.Silence:
                trouble.Silence(now + fault.For);
                break;
            case FaultType.ClockStep:
                trouble.StepClock(fault.By);
                break;
            case FaultType.Garbage:
                trouble.Garbage(fault.Count);
                break;
            case FaultType.CutInside:
                trouble.CutInside(fault.Count);
                break;
            default:
                trouble.Burst(fault.Count);
                break;
        }
    }
}
