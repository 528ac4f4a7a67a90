using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>Opens Modbus buses over TCP and on serial lines.</summary>
/// <param name="dialer">The way to TCP servers.</param>
/// <param name="lines">The way to serial lines.</param>
/// <param name="time">Whose clock measures.</param>
public sealed class ModbusMasters(ITcpDialer dialer, ISerialLines lines, TimeProvider time) : IModbusMasters
{
    private static readonly TimeSpan s_longestDial = TimeSpan.FromSeconds(10);

    public async Task<IModbusMaster> OpenAsync(ModbusBusSettings settings, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        IModbusWire wire = settings switch
        {
            { Tcp: { } tcp, Line: null } => await DialAsync(tcp, settings, ct).ConfigureAwait(false),
            { Tcp: null, Line: { } line } => new RtuModbusWire(await lines.OpenAsync(line, ct).ConfigureAwait(false), line, settings, time),
            _ => throw new DeviceFaultException(FaultKind.Misconfigured, "A bus is either on TCP or on a line."),
        };
        return new ModbusMaster(wire, settings, time);
    }

    private async Task<IModbusWire> DialAsync(DeviceAddress peer, ModbusBusSettings settings, CancellationToken ct)
    {
        string name = FormattableString.Invariant($"{peer.Host}:{peer.Port}");
        using var limit = new CancellationTokenSource(s_longestDial, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return new TcpModbusWire(await dialer.DialAsync(peer.Host, peer.Port, null, either.Token).ConfigureAwait(false), name, settings, time);
        }
        catch (IOException error)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, error.Message, inner: error);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, $"{name} does not answer: check power, cable and firewall");
        }
    }
}
