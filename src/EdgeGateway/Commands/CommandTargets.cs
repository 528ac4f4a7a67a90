using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Commands;

namespace EdgeGateway.Commands;

/// <summary>Who can be ordered to do what, and the way there.</summary>
/// <param name="devices">Every device that runs.</param>
/// <param name="handlers">What the gateway itself can do.</param>
/// <param name="orders">The way to the drivers.</param>
public sealed class CommandTargets(IReadOnlyDictionary<string, DeviceAbilities> devices, IEnumerable<ICommandHandler> handlers, IDeviceOrders orders)
{
    /// <summary>The gateway's own name among the devices; no device may have it.</summary>
    public const string Gateway = "gateway";

    private readonly Dictionary<string, ICommandHandler> _handlers = handlers.ToDictionary(handler => handler.Name, StringComparer.Ordinal);

    public bool Knows(string? device) => device == Gateway || (device is not null && devices.ContainsKey(device));

    /// <returns>Why this is not done here, or null.</returns>
    public string? WhyNot(Command command)
    {
        if (command.Device == Gateway)
        {
            return _handlers.ContainsKey(command.Name) ? null : CommandFaults.UnknownCommand;
        }

        return !devices.TryGetValue(command.Device, out var abilities) ? CommandFaults.UnknownDevice
            : !abilities.Declared.Contains(command.Name) ? CommandFaults.UnknownCommand
            : !abilities.SwitchedOn.Contains(command.Name) ? CommandFaults.NotSwitchedOn
            : null;
    }

    /// <summary>Only for what <see cref="WhyNot"/> has nothing against.</summary>
    public ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct) => command.Device == Gateway
        ? _handlers[command.Name].ExecuteAsync(command, ct)
        : orders.ExecuteAsync(command.Device, OrderOf(command), ct);

    /// <returns>Which part of its device it concerns; empty for all of it.</returns>
    public string TargetOf(Command command) => command.Device == Gateway ? string.Empty : orders.TargetOf(command.Device, OrderOf(command));

    private static DeviceCommand OrderOf(Command command) => new(command.Id, command.Name, command.Args, command.NotAfter);
}
