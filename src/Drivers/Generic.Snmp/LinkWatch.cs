using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>
/// Tells once that a device is silent and once that it is back, over reconnects, restarts and crashes: what is about to be told is remembered
/// first, and told again under the key it had.
/// </summary>
internal sealed class LinkWatch(DriverContext context, ISnmpProfile profile)
{
    private const string MemoryName = "link";

    /// <summary>Behind the time of a silence that was told.</summary>
    private const string Told = "!";

    private string _kept = context.Memory?.Recall(MemoryName) ?? string.Empty;
    private long? _silentSince;

    /// <summary>It answered.</summary>
    public async Task HearAsync(CancellationToken ct)
    {
        _silentSince = null;
        if (_kept.Length == 0)
        {
            return;
        }

        // What a crash interrupted is told first; the store knows the repeat.
        await TellDownAsync(ct).ConfigureAwait(false);
        await profile.TellLinkAsync(true, $"link/{_kept[..^Told.Length]}/up", ct).ConfigureAwait(false);
        await KeepAsync(string.Empty, ct).ConfigureAwait(false);
    }

    /// <summary>It did not answer a whole round.</summary>
    /// <param name="grace">So long that is no news: printers sleep.</param>
    /// <param name="ct">Stopping.</param>
    /// <returns>Whether it is given up.</returns>
    public async Task<bool> MissAsync(TimeSpan grace, CancellationToken ct)
    {
        _silentSince ??= context.Time.GetTimestamp();
        if (context.Time.GetElapsedTime(_silentSince.Value) < grace)
        {
            return false;
        }

        if (_kept.Length == 0)
        {
            await KeepAsync(context.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), ct).ConfigureAwait(false);
        }

        await TellDownAsync(ct).ConfigureAwait(false);
        return true;
    }

    private async Task TellDownAsync(CancellationToken ct)
    {
        if (!_kept.EndsWith(Told, StringComparison.Ordinal))
        {
            await profile.TellLinkAsync(false, $"link/{_kept}/down", ct).ConfigureAwait(false);
            await KeepAsync(_kept + Told, ct).ConfigureAwait(false);
        }
    }

    private async Task KeepAsync(string value, CancellationToken ct)
    {
        _kept = value;
        if (context.Memory is { } memory)
        {
            await memory.RememberAsync(MemoryName, value, ct).ConfigureAwait(false);
        }
    }
}
