using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Drivers.PlateCamera.Hikvision;

namespace EdgeGateway.Drivers;

/// <summary>Every driver of the product, one line each.</summary>
public static class DriverCatalog
{
    public static readonly IReadOnlyList<DriverDescriptor> All =
    [
        HikvisionDescriptor.Value,
        DahuaDescriptor.Value,
    ];
}
