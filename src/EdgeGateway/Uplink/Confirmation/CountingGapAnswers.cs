using EdgeGateway.Telemetry;

namespace EdgeGateway.Uplink.Confirmation;

/// <summary>Counts the questions that nobody answers.</summary>
public sealed class CountingGapAnswers(FaultCounters faults) : IGapAnswers
{
    public ValueTask ForgottenAsync(string epoch, long first, long last, CancellationToken ct)
    {
        faults.Count("downlink", "missing-and-gone");
        return ValueTask.CompletedTask;
    }
}
