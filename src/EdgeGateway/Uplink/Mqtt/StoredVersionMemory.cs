using System.Globalization;
using EdgeGateway.Store;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>Versions of brokers in the gateway's memory, one line a broker.</summary>
public sealed class StoredVersionMemory(IGatewayMemory memory) : IVersionMemory
{
    public int? Recall(string broker) =>
        int.TryParse(memory.Recall(Name(broker)), NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : null;

    public Task RememberAsync(string broker, int version, CancellationToken ct) =>
        memory.RememberAsync(Name(broker), version.ToString(CultureInfo.InvariantCulture), ct);

    private static string Name(string broker) => $"mqtt-version:{broker}";
}
