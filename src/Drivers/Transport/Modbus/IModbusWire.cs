using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Transport.Modbus;

/// <summary>Carries requests of one bus and brings their answers; who may speak when is the master's business.</summary>
internal interface IModbusWire : IAsyncDisposable
{
    /// <summary>As in the settings, for messages.</summary>
    string Name { get; }

    /// <summary>How long a unit must be left alone before this request, because the answer to one that was given up could be taken for its answer.</summary>
    TimeSpan LeaveAlone(byte unit, ModbusRequest request);

    /// <returns>The answer that fits, or null when none came in time.</returns>
    /// <exception cref="IOException">The link is gone.</exception>
    Task<ModbusAnswer?> AskAsync(byte unit, ModbusRequest request, CancellationToken ct);
}
