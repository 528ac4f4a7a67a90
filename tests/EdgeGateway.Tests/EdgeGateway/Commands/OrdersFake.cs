using System.Collections.Concurrent;
using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

/// <summary>Devices that do what the test says.</summary>
public sealed class OrdersFake : IDeviceOrders
{
    public ConcurrentQueue<(string Device, DeviceCommand Command)> Executed { get; } = new();

    public Func<string, CancellationToken, ValueTask<CommandOutcome>> Do { get; set; } = (_, _) => ValueTask.FromResult(CommandOutcome.Done());

    /// <summary>Which part of its device a command concerns.</summary>
    public Func<DeviceCommand, string> Target { get; set; } = _ => string.Empty;

    public string TargetOf(string device, DeviceCommand command) => Target(command);

    public ValueTask<CommandOutcome> ExecuteAsync(string device, DeviceCommand command, CancellationToken ct)
    {
        Executed.Enqueue((device, command));
        return Do(device, ct);
    }
}
