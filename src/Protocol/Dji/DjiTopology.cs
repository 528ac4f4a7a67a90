using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>Who hangs on a gateway, from <c>update_topo</c> (drone.md section 2.4).</summary>
/// <param name="Gateway">What the gateway is.</param>
/// <param name="Aircraft">Empty when the aircraft went offline; null when the message does not say.</param>
public sealed record DjiTopology(DjiProduct Gateway, IReadOnlyList<DjiSubDevice>? Aircraft)
{
    public const string Method = "update_topo";

    /// <summary>The protocol has none or one; more than this is nonsense, and which of them are believed is for the reader.</summary>
    private const int Most = 64;

    public static DjiTopology Of(JsonElement data)
    {
        var list = data.Member("sub_devices");
        return new DjiTopology(
            DjiProduct.Of(data),
            list.ValueKind == JsonValueKind.Array
                ? [.. list.EnumerateArray().Take(Most).Where(one => DjiTopic.IsSerial(one.Text("sn") ?? string.Empty)).Select(one => new DjiSubDevice(one.Text("sn")!, DjiProduct.Of(one)))]
                : null);
    }
}

/// <param name="Serial">Serial number.</param>
/// <param name="Product">What it is.</param>
public sealed record DjiSubDevice(string Serial, DjiProduct Product);
