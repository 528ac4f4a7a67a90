using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>
/// One bus with its master: a Modbus TCP connection or an RTU line, with any number of units behind it. Calls may overlap; they are
/// sent in order, with as many outstanding as the bus allows (RTU: one).
/// </summary>
public interface IModbusMaster : IAsyncDisposable
{
    /// <param name="unit">0 to 255 over TCP, 1 to 247 on a line.</param>
    /// <param name="area"><see cref="ModbusArea.Coil"/> or <see cref="ModbusArea.Discrete"/>.</param>
    /// <param name="start">0-based, as on the wire.</param>
    /// <param name="count">1 to 2000.</param>
    /// <param name="ct">Given up; the answer, when it comes, is dropped.</param>
    /// <exception cref="ModbusRefusedException">The unit answered with an exception code.</exception>
    /// <exception cref="TimeoutException">It did not answer in time, after the retries of the settings.</exception>
    /// <exception cref="IOException">The link is gone.</exception>
    Task<bool[]> ReadBitsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct);

    /// <summary>As <see cref="ReadBitsAsync"/>, for <see cref="ModbusArea.Input"/> and <see cref="ModbusArea.Holding"/>, 1 to 125 words.</summary>
    Task<ushort[]> ReadWordsAsync(byte unit, ModbusArea area, ushort start, ushort count, CancellationToken ct);

    /// <summary>Function 05 for one, 0F for 2 to 1968. Never repeated by itself.</summary>
    /// <exception cref="ModbusRefusedException">The unit answered with an exception code.</exception>
    /// <exception cref="TimeoutException">No answer: it may have happened or not.</exception>
    /// <exception cref="IOException">The link is gone: it may have happened or not.</exception>
    Task WriteCoilsAsync(byte unit, ushort start, ReadOnlyMemory<bool> values, CancellationToken ct);

    /// <summary>Function 06 for one, 10 for 2 to 123; otherwise as <see cref="WriteCoilsAsync"/>.</summary>
    Task WriteRegistersAsync(byte unit, ushort start, ReadOnlyMemory<ushort> values, CancellationToken ct);
}
