using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Devices;

/// <summary>The way from a command to the driver that carries it out.</summary>
public interface IDeviceOrders
{
    /// <returns>What came of it; <c>failed</c> with reason <c>offline</c> when there is no open conversation with the device.</returns>
    /// <exception cref="DeviceFaultException">As the driver says.</exception>
    ValueTask<CommandOutcome> ExecuteAsync(string device, DeviceCommand command, CancellationToken ct);

    /// <returns>Which part of the device it concerns, as the driver says; empty for all of it, or when there is no open conversation.</returns>
    string TargetOf(string device, DeviceCommand command);
}
