using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers;

/// <summary>Every driver of the product, one line each.</summary>
public static class DriverCatalog
{
    public static readonly IReadOnlyList<DriverDescriptor> All =
    [
    ];
}
