using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Devices;

/// <summary>A driver that does what the test says, and notes what the host asks of it.</summary>
public sealed class ScriptedDriver : IDeviceDriver
{
    public Func<CancellationToken, Task> Connect { get; init; } = _ => Task.CompletedTask;

    public Func<IReadingSink, CancellationToken, Task> Run { get; init; } = (_, ct) => Task.Delay(Timeout.Infinite, ct);

    public bool Disposed { get; private set; }

    public Task ConnectAsync(CancellationToken ct) => Connect(ct);

    public Task RunAsync(IReadingSink sink, CancellationToken ct) => Run(sink, ct);

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }
}
