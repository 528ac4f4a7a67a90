using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>Serial lines of this machine, which must run Linux, and those behind a serial server.</summary>
/// <param name="time">Whose clock measures.</param>
public sealed class SerialLines(TimeProvider time) : ISerialLines
{
    public async Task<ISerialLine> OpenAsync(SerialSettings settings, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!SerialPortName.IsServer(settings.Port))
        {
            return TtyLine.Start(TtyOpener.Open(settings), time);
        }

        var address = SerialPortName.ServerOf(settings.Port) ?? throw new DeviceFaultException(FaultKind.Misconfigured, $"{settings.Port} is not tcp://host:port.");
        return await SerialServerLine.DialAsync(settings.Port, address, time, ct).ConfigureAwait(false);
    }
}
