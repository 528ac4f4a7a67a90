using System.Net;
using EdgeGateway.Sim.Radio;

namespace EdgeGateway.Sim.Twins.PdtRadio.Hytera;

/// <summary>HRNP on UDP, as over the radio's USB network (pdt-radio.md section 1.1).</summary>
public sealed class UdpBytePort(IPEndPoint listen) : IBytePort
{
    private readonly UdpDoor _door = new(listen) { Begins = datagram => datagram.Span is [HrnpBytes.Start, _, _, 0xFE, ..] };

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
