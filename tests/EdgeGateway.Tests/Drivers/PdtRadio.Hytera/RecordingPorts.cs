using System.Collections.Concurrent;
using System.Net;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>Real UDP ports, with what the system chose and what went out.</summary>
internal sealed class RecordingPorts : IDatagramPorts
{
    private readonly DatagramPorts _real = new();
    private readonly ConcurrentQueue<byte[]> _sent = new();

    /// <summary>In the order of opening.</summary>
    public List<IPEndPoint> Opened { get; } = [];

    /// <summary>Every datagram that the gateway gave to the network or tried to.</summary>
    public IReadOnlyCollection<byte[]> Sent => _sent;

    /// <summary>What a datagram says of where it came from; anybody can write there what he likes.</summary>
    public Func<IPEndPoint, IPEndPoint> Claims { get; set; } = from => from;

    public IDatagramPort Open(IPEndPoint local)
    {
        var port = _real.Open(local);
        Opened.Add(port.Local);
        return new Port(port, this);
    }

    private sealed class Port(IDatagramPort real, RecordingPorts owner) : IDatagramPort
    {
        public IPEndPoint Local => real.Local;

        public async ValueTask<DatagramReceipt> ReceiveAsync(Memory<byte> buffer, CancellationToken ct)
        {
            var receipt = await real.ReceiveAsync(buffer, ct);
            return receipt with { From = owner.Claims(receipt.From) };
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, IPEndPoint to, CancellationToken ct)
        {
            owner._sent.Enqueue(bytes.ToArray());
            return real.SendAsync(bytes, to, ct);
        }

        public void Dispose() => real.Dispose();
    }
}
