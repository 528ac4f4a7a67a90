using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.CommandLine;

/// <summary>Every protocol that <c>edgegateway decode</c> knows: those of the drivers, and those of the product itself.</summary>
internal static class DecoderCatalog
{
    /// <summary>By name, each once: drivers may share a protocol.</summary>
    public static IReadOnlyList<IProtocolDecoder> All { get; } =
    [
        .. DriverCatalog.All.SelectMany(driver => driver.Decoders).Concat(OfTheProduct()).DistinctBy(decoder => decoder.Protocol).OrderBy(decoder => decoder.Protocol, StringComparer.Ordinal),
    ];

    private static IReadOnlyList<IProtocolDecoder> OfTheProduct() =>
    [
        new MqttDecoder(),
        new PlateDecoder(),
    ];
}
