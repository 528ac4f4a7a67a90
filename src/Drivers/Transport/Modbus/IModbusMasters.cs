using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>Opens buses.</summary>
public interface IModbusMasters
{
    /// <exception cref="Abstractions.DeviceFaultException">Nobody there, in use by another, or not a serial line; and what to do.</exception>
    Task<IModbusMaster> OpenAsync(ModbusBusSettings settings, CancellationToken ct);
}

/// <summary>Where a bus is; exactly one of <paramref name="Tcp"/> and <paramref name="Line"/>.</summary>
/// <param name="Tcp">Host and port of a Modbus TCP server.</param>
/// <param name="Line">RTU: a tty of this machine, or one behind a serial server.</param>
/// <param name="AnswerTime">How long a unit may take for an answer.</param>
/// <param name="Retries">How often a read is asked again; writes never are.</param>
/// <param name="Outstanding">Requests that may wait for their answers at once; 1 on a line.</param>
public sealed record ModbusBusSettings(DeviceAddress? Tcp, SerialSettings? Line, TimeSpan AnswerTime, int Retries = 1, int Outstanding = 1)
{
    /// <summary>Told of what was survived, by kind and a short fixed word; for <see cref="Abstractions.IDeviceWatch.Fault"/>. Null: nobody wants to know.</summary>
    public Action<FaultKind, string>? Fault { get; init; }
}

/// <param name="Host">Name or address.</param>
/// <param name="Port">1 to 65535.</param>
public sealed record DeviceAddress(string Host, int Port);
