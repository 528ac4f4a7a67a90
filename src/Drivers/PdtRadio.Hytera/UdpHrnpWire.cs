using System.Net;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hytera;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>HRNP on UDP, one frame a datagram. The radio is known by its address; its port may change on the way (Q6).</summary>
/// <param name="port">Ours from now on.</param>
/// <param name="radio">Where the radio is until it is heard.</param>
internal sealed class UdpHrnpWire(IDatagramPort port, IPEndPoint radio) : IHrnpWire
{
    private readonly byte[] _buffer = new byte[2048];
    private IPEndPoint _radio = radio;

    public async ValueTask<HrnpHeard> NextAsync(CancellationToken ct)
    {
        var receipt = await port.ReceiveAsync(_buffer, ct).ConfigureAwait(false);
        if (!receipt.From.Address.Equals(_radio.Address))
        {
            return new HrnpHeard(null, LinkFaults.Stranger);
        }

        var datagram = _buffer.AsSpan(0, receipt.Length);
        if (datagram is [0])
        {
            return default;
        }

        var frame = HrnpFrame.TryRead(datagram, out string? fault);
        _radio = frame is null ? _radio : receipt.From;
        return new HrnpHeard(frame, fault);
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken ct) => port.SendAsync(frame, _radio, ct);

    public ValueTask DisposeAsync()
    {
        port.Dispose();
        return ValueTask.CompletedTask;
    }
}
