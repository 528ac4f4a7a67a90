using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink;

/// <summary>
/// Counts connections over the whole life of the store. It is on disk before CONNECT, so that a will of an older
/// connection that comes late is recognised by its smaller number.
/// </summary>
public sealed class ConnectionCounter(IGatewayMemory memory)
{
    private const string Name = "uplink.connection";

    // A salvage that lost the count leaves its time, which is beyond any count that was reached.
    private long _last = long.TryParse(memory.Recall(Name) ?? memory.Recall(IGatewayMemory.Salvaged), NumberStyles.None, CultureInfo.InvariantCulture, out long last) ? last : 0;

    public async Task<long> NextAsync(CancellationToken ct)
    {
        _last++;
        try
        {
            await memory.RememberAsync(Name, _last.ToString(CultureInfo.InvariantCulture), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // A full disk must not keep us from the broker that would empty it.
        }

        return _last;
    }
}
