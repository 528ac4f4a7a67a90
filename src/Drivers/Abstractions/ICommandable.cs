namespace EdgeGateway.Drivers.Abstractions;

/// <summary>A driver whose device takes orders. Which ones stands in <see cref="DriverDescriptor.Commands"/>.</summary>
public interface ICommandable
{
    /// <summary>
    /// Carries out one command on the open conversation, beside <see cref="IDeviceDriver.RunAsync"/>; never two at a time.
    /// Called only between a successful connect and the end of the conversation, with a name out of the descriptor.
    /// </summary>
    /// <param name="command">Checked, allowed and in its time; its arguments are for the driver to check.</param>
    /// <param name="ct">The time limit, the end of the conversation, or the end of the gateway.</param>
    /// <returns>Done only when the device has confirmed it.</returns>
    /// <exception cref="DeviceFaultException">Counts as failed, with the kind as reason.</exception>
    ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct);
}
