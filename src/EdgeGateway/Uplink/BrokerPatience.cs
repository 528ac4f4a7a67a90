using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink;

/// <summary>
/// How long to stay away when every broker failed (contract section 5). The number of failures is kept over restarts, so
/// that a gateway that restarts in a loop does not hammer brokers that are down.
/// </summary>
public sealed class BrokerPatience
{
    private const string FailuresName = "uplink.failures";

    private readonly IGatewayMemory _memory;
    private readonly FullJitterBackoff _backoff;

    public BrokerPatience(UplinkSettings settings, IGatewayMemory memory, Random random)
    {
        _memory = memory;
        _ = int.TryParse(memory.Recall(FailuresName), out int failures);
        _backoff = new FullJitterBackoff(random, settings.BackoffLeast, settings.BackoffMost, failures);
    }

    /// <returns>The wait after a round in which all failed, longer each time.</returns>
    public async Task<TimeSpan> AfterRoundAsync(CancellationToken ct)
    {
        var wait = _backoff.Next();
        await NoteAsync(ct).ConfigureAwait(false);
        return wait;
    }

    public async Task AfterSuccessAsync(CancellationToken ct)
    {
        if (_backoff.Failures > 0)
        {
            _backoff.Reset();
            await NoteAsync(ct).ConfigureAwait(false);
        }
    }

    private async Task NoteAsync(CancellationToken ct)
    {
        try
        {
            await _memory.RememberAsync(FailuresName, FormattableString.Invariant($"{_backoff.Failures}"), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // A full disk must not keep us from the broker that would empty it.
        }
    }
}
