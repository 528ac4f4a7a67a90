namespace EdgeGateway.Drivers.Abstractions;

/// <summary>A driver whose device takes orders. Which ones stands in <see cref="DriverDescriptor.Commands"/>.</summary>
public interface ICommandable
{
    /// <summary>
    /// Carries out one command on the open conversation, beside <see cref="IDeviceDriver.RunAsync"/>; never two at a time for one target.
    /// Called only between a successful connect and the end of the conversation, with a name out of the descriptor.
    /// </summary>
    /// <param name="command">Checked, allowed and in its time; its arguments are for the driver to check.</param>
    /// <param name="ct">The time limit, the end of the conversation, or the end of the gateway.</param>
    /// <returns>Done only when the device has confirmed it.</returns>
    /// <exception cref="DeviceFaultException">Counts as failed, with the kind as reason.</exception>
    ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct);

    /// <summary>
    /// Which part of the device a command concerns, such as one of the vehicles on a link: commands of different targets are carried out side by side. Asked
    /// on the open conversation when the command comes; any thread, at once, never throws.
    /// </summary>
    /// <param name="command">Checked and allowed; its arguments may be wrong.</param>
    /// <returns>A name out of few; empty (default) for the device as a whole.</returns>
    string TargetOf(DeviceCommand command) => string.Empty;
}
