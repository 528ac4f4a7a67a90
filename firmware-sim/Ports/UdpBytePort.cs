using System.Net;

namespace EdgeGateway.Sim.Ports;

/// <summary>Datagrams of one conversation, as HRNP over the radio's USB network (pdt-radio.md section 1.1).</summary>
/// <param name="listen">Where it is called.</param>
/// <param name="begins">Whether a datagram begins a conversation; see <see cref="UdpDoor.Begins"/>.</param>
public sealed class UdpBytePort(IPEndPoint listen, Func<ReadOnlyMemory<byte>, bool> begins) : IBytePort
{
    private readonly UdpDoor _door = new(listen) { Begins = begins };

    public bool IsStream => false;

    /// <summary>Where it listens, once open.</summary>
    public IPEndPoint EndPoint => _door.EndPoint;

    public void Open() => _door.Open();

    public Task RunAsync(Func<ReadOnlyMemory<byte>, ValueTask> received, Action lost, CancellationToken ct) => _door.RunAsync(received, ct);

    public ValueTask<bool> SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct) => _door.SendAsync(bytes, ct);

    public void Drop() => _door.Rebind();

    public ValueTask DisposeAsync()
    {
        _door.Dispose();
        return ValueTask.CompletedTask;
    }
}
