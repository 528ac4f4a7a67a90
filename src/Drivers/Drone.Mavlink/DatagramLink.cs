using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>MAVLink on UDP.</summary>
/// <param name="port">Ours from now on.</param>
/// <param name="remote">The only one that is listened to; null: anybody may send.</param>
/// <param name="context">Clock, and who hears of strangers.</param>
internal sealed class DatagramLink(IDatagramPort port, IPEndPoint? remote, DriverContext context) : IMavlinkLink
{
    public const string Stranger = "stranger";

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly CancellationTokenSource _life = new();
    private Task<DatagramReceipt>? _receive;

    public IPEndPoint? Fixed => remote;

    public bool IsDatagrams => true;

    public async ValueTask<LinkPiece?> NextAsync(TimeSpan patience, CancellationToken ct)
    {
        _receive ??= port.ReceiveAsync(_buffer, _life.Token).AsTask();
        if (!_receive.IsCompleted)
        {
            await ((Task)_receive).WaitAsync(patience, context.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
        }

        return _receive.IsCompleted ? await TakeAsync(_receive).ConfigureAwait(false) : null;
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, IPEndPoint to, CancellationToken ct) => port.SendAsync(frame, to, ct);

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync().ConfigureAwait(false);
        port.Dispose();
        if (_receive is not null)
        {
            await ((Task)_receive).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _life.Dispose();
    }

    private async Task<LinkPiece?> TakeAsync(Task<DatagramReceipt> receive)
    {
        _receive = null;
        try
        {
            var receipt = await receive.ConfigureAwait(false);
            if (remote is null || receipt.From.Address.Equals(remote.Address))
            {
                return new LinkPiece(_buffer.AsMemory(0, receipt.Length), receipt.From);
            }

            context.Watch.Fault(FaultKind.Garbled, Stranger);
            return null;
        }
        catch (IOException gone)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, gone.Message, inner: gone);
        }
    }
}
