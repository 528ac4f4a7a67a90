using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.Transport;

/// <summary>The gateway's end of a line in memory.</summary>
internal sealed class FakeSerialLine(string port, FakeSerialFarEnd far) : ISerialLine
{
    public string Name => port;

    /// <summary>What the device has said and nobody has read.</summary>
    internal FakeSerialQueue Arriving { get; } = new();

    public ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken ct) => Arriving.TakeAsync(buffer, ct);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        far.Hear(this, bytes.Span);
        return ValueTask.CompletedTask;
    }

    public void DiscardInput() => Arriving.Clear();

    public ValueTask DisposeAsync()
    {
        far.Close(this);
        Arriving.End($"{port} was closed.");
        return ValueTask.CompletedTask;
    }
}
