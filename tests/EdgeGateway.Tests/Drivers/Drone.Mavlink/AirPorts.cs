using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>UDP without a network: what the gateway sends goes to the test, and what the test says comes in.</summary>
internal sealed class AirPorts : IDatagramPorts
{
    public static readonly IPEndPoint Usual = new(IPAddress.Parse("192.0.2.71"), 14_550);

    private readonly Channel<(byte[] Bytes, IPEndPoint From)> _incoming = Channel.CreateUnbounded<(byte[], IPEndPoint)>();
    private readonly ConcurrentQueue<(HeardOrder Frame, IPEndPoint To)> _sent = new();
    private int _said;
    private int _asked;

    /// <summary>What a vehicle does with a frame; on the gateway's thread.</summary>
    public Action<HeardOrder, IPEndPoint> Heard { get; set; } = (_, _) => { };

    public IReadOnlyCollection<(HeardOrder Frame, IPEndPoint To)> Sent => _sent;

    public int Waiting => _incoming.Reader.Count;

    /// <summary>Whether everything that was said was handled: the driver asks for what comes behind it.</summary>
    public bool IsTaken => Volatile.Read(ref _asked) > Volatile.Read(ref _said);

    public bool HasNoRoute { get; set; }

    public IDatagramPort Open(IPEndPoint local) => new Port(this, local);

    public void Say(byte[] bytes, IPEndPoint? from = null)
    {
        Interlocked.Increment(ref _said);
        _incoming.Writer.TryWrite((bytes, from ?? Usual));
    }

    public void Break() => _incoming.Writer.TryComplete(new IOException("the network card is gone"));

    private sealed class Port(AirPorts air, IPEndPoint local) : IDatagramPort
    {
        public IPEndPoint Local => local;

        public async ValueTask<DatagramReceipt> ReceiveAsync(Memory<byte> buffer, CancellationToken ct)
        {
            try
            {
                Interlocked.Increment(ref air._asked);
                var (bytes, from) = await air._incoming.Reader.ReadAsync(ct);
                bytes.CopyTo(buffer.Span);
                return new DatagramReceipt(bytes.Length, from);
            }
            catch (ChannelClosedException gone)
            {
                throw new IOException(gone.InnerException!.Message);
            }
        }

        public ValueTask SendAsync(ReadOnlyMemory<byte> bytes, IPEndPoint to, CancellationToken ct)
        {
            if (air.HasNoRoute)
            {
                throw new IOException("no route");
            }

            var frame = new HeardOrder(bytes.ToArray());
            air._sent.Enqueue((frame, to));
            air.Heard(frame, to);
            return ValueTask.CompletedTask;
        }

        public void Dispose()
        {
        }
    }
}
