using System.Collections.Concurrent;
using EdgeGateway.Devices;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Commands;

/// <summary>Devices that do what the test says.</summary>
public sealed class OrdersFake : IDeviceOrders
{
    public ConcurrentQueue<(string Device, DeviceCommand Command)> Executed { get; } = new();

    public Func<string, CancellationToken, ValueTask<CommandOutcome>> Do { get; set; } = (_, _) => ValueTask.FromResult(CommandOutcome.Done());

    public ValueTask<CommandOutcome> ExecuteAsync(string device, DeviceCommand command, CancellationToken ct)
    {
        Executed.Enqueue((device, command));
        return Do(device, ct);
    }
}
