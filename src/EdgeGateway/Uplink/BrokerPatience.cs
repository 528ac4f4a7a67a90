using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink;

/// <summary>
/// How long to stay away from the brokers (contract section 5). The number of failures is kept over restarts, so that a
/// gateway that restarts in a loop does not hammer a broker that is down.
/// </summary>
public sealed class BrokerPatience
{
    private const string FailuresName = "uplink.failures";

    /// <summary>Wrong name, password or right: a minute more or less does not mend it, and locks accounts.</summary>
    private static readonly TimeSpan s_refused = TimeSpan.FromMinutes(5);

    /// <summary>Another gateway uses our name: we do not fight for it.</summary>
    private static readonly TimeSpan s_takenOver = TimeSpan.FromSeconds(60);

    private readonly IGatewayMemory _memory;
    private readonly Random _random;
    private readonly FullJitterBackoff _backoff;

    public BrokerPatience(UplinkSettings settings, IGatewayMemory memory, Random random)
    {
        (_memory, _random) = (memory, random);
        _ = int.TryParse(memory.Recall(FailuresName), out int failures);
        _backoff = new FullJitterBackoff(random, settings.BackoffLeast, settings.BackoffMost, failures);
    }

    /// <param name="reason">The broker's last reason code, when it gave one.</param>
    /// <param name="ct">Stops the note on disk.</param>
    public async Task<TimeSpan> AfterFailureAsync(byte? reason, CancellationToken ct)
    {
        var wait = _backoff.Next();
        await NoteAsync(ct).ConfigureAwait(false);
        return reason switch
        {
            0x84 or 0x85 or 0x86 or 0x87 or 0x8A or 0x8C => s_refused,
            0x8E => s_takenOver + (_random.NextDouble() * s_takenOver),
            _ => wait,
        };
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
