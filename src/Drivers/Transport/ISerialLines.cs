namespace EdgeGateway.Drivers.Transport;

/// <summary>Opens serial lines: ttys of this machine, and those behind a serial server.</summary>
public interface ISerialLines
{
    /// <exception cref="Abstractions.DeviceFaultException">Nobody there, in use by another, not allowed, or not a serial line; and what to do.</exception>
    Task<ISerialLine> OpenAsync(SerialSettings settings, CancellationToken ct);
}
