using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>The line in memory keeps what the real ones keep: tests of drivers stand on it.</summary>
public sealed class FakeSerialLineTests : SerialLineContract
{
    private readonly FakeSerialLines _lines = new();
    private FakeSerialFarEnd? _far;

    protected override string Port => "/dev/serial/by-id/fake";

    protected override string Nowhere => "/dev/serial/by-id/nothing";

    protected override bool Stalls => false;

    protected override ISerialLines Lines(TimeProvider time) => _lines;

    protected override Task PlugAsync()
    {
        _far = _lines.Plug(Port);
        return Task.CompletedTask;
    }

    protected override Task UnplugAsync()
    {
        _lines.Unplug(Port);
        return Task.CompletedTask;
    }

    protected override Task SendAsync(byte[] bytes)
    {
        _far!.Send(bytes);
        return Task.CompletedTask;
    }

    protected override Task<byte[]> TakeAsync(int count) => _far!.TakeAsync(count);
}
