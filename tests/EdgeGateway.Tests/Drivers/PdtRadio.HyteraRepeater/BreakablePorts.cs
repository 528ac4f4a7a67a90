using System.Net;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;

/// <summary>Real UDP ports whose network card can be pulled.</summary>
internal sealed class BreakablePorts : IDatagramPorts
{
    private readonly TaskCompletionSource _broken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DatagramPorts _real = new();

    public void Break() => _broken.TrySetResult();

    public IDatagramPort Open(IPEndPoint local) => new Port(_real.Open(local), _broken.Task);

    private sealed class Port(IDatagramPort real, Task broken) : IDatagramPort
    {
        public IPEndPoint Local => real.Local;

        public async ValueTask<DatagramReceipt> ReceiveAsync(Memory<byte> buffer, CancellationToken ct)
        {
            var receive = real.ReceiveAsync(buffer, ct).AsTask();
            await Task.WhenAny(receive, broken);
            return broken.IsCompleted ? throw new IOException("the network card is gone") : await receive;
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, IPEndPoint to, CancellationToken ct) => real.SendAsync(bytes, to, ct);

        public void Dispose() => real.Dispose();
    }
}
