using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink;

/// <summary>Remembers over restarts which MQTT version each broker speaks, so that an old one is not asked for 5 first every time.</summary>
public sealed class BrokerVersions(IGatewayMemory memory) : IVersionMemory
{
    public int? Recall(string broker) =>
        int.TryParse(memory.Recall(NameOf(broker)), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null;

    public async Task RememberAsync(string broker, int version, CancellationToken ct)
    {
        try
        {
            await memory.RememberAsync(NameOf(broker), version.ToString(CultureInfo.InvariantCulture), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // A full disk must not keep us from the broker that would empty it.
        }
    }

    private static string NameOf(string broker) => $"uplink.version/{broker}";
}
