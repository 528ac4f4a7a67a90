using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>One device on a bus.</summary>
/// <param name="Name">As the site names it, unique on its bus.</param>
/// <param name="Address">0 to 255 over TCP, 1 to 247 on a line.</param>
/// <param name="Points">What is read of it.</param>
public sealed record BusUnit(string Name, byte Address, IReadOnlyList<ModbusPoint> Points);
