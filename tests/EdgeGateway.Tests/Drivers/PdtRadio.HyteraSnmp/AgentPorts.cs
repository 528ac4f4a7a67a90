using System.Net;
using System.Threading.Channels;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

/// <summary>UDP without a network: what is sent goes to the device's side of the test, and what that says comes in.</summary>
internal sealed class AgentPorts : IDatagramPorts
{
    public static readonly IPEndPoint Agent = new(IPAddress.Parse("192.0.2.40"), 161);

    private readonly Channel<(byte[] Bytes, IPEndPoint From)> _incoming = Channel.CreateUnbounded<(byte[], IPEndPoint)>();

    /// <summary>What the device does with a question.</summary>
    public Action<byte[]> Asked { get; set; } = _ => { };

    public IDatagramPort Open(IPEndPoint local) => new Port(this);

    public void Say(byte[] bytes, IPEndPoint? from = null) => _incoming.Writer.TryWrite((bytes, from ?? Agent));

    public void Break() => _incoming.Writer.TryComplete(new IOException("the network card is gone"));

    private sealed class Port(AgentPorts network) : IDatagramPort
    {
        public IPEndPoint Local { get; } = new(IPAddress.Loopback, 40_000);

        public async ValueTask<DatagramReceipt> ReceiveAsync(Memory<byte> buffer, CancellationToken ct)
        {
            try
            {
                var (bytes, from) = await network._incoming.Reader.ReadAsync(ct);
                bytes.AsSpan(0, Math.Min(bytes.Length, buffer.Length)).CopyTo(buffer.Span);
                return new DatagramReceipt(Math.Min(bytes.Length, buffer.Length), from);
            }
            catch (ChannelClosedException gone)
            {
                throw new IOException(gone.InnerException!.Message);
            }
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, IPEndPoint to, CancellationToken ct)
        {
            Assert.Equal(Agent, to);
            network.Asked(bytes.ToArray());
            return ValueTask.CompletedTask;
        }

        public void Dispose()
        {
        }
    }
}
