using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;

namespace EdgeGateway.Devices;

/// <summary>One device as configured.</summary>
/// <param name="Facts">Id and place.</param>
/// <param name="Driver">Which driver.</param>
/// <param name="Options">What <see cref="DriverDescriptor.ReadOptions"/> made of its settings.</param>
/// <param name="Zone">The zone to assume where the device names none.</param>
public sealed record DevicePlan(DeviceFacts Facts, DriverDescriptor Driver, object Options, TimeSpan Zone)
{
    public string Id => Facts.Id;
}
