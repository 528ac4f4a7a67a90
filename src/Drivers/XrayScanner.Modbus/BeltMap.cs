using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>The default list of points (xray.md section 3.3): no vendor's, for no vendor publishes one. A site's own points take the place of those of the same name.</summary>
public static class BeltMap
{
    private static readonly string[] s_discrete =
    [
        BeltPointNames.BeltForward, BeltPointNames.BeltReverse, BeltPointNames.EmergencyStop, BeltPointNames.XrayOn, BeltPointNames.XrayReady,
        BeltPointNames.InterlockClosed, BeltPointNames.CurtainOk, "entry_barrier", "exit_barrier", BeltPointNames.KeySwitch, "generator_fault",
        "detector_fault", "tunnel_occupied", BeltPointNames.OverTemperature, "ready_to_receive", "decision_alarm",
    ];

    /// <param name="pace">How often which sort is read.</param>
    public static IReadOnlyList<ModbusPoint> Default(BeltPace pace) =>
    [
        .. s_discrete.Select((name, address) => new ModbusPoint { Name = name, Area = ModbusArea.Discrete, Address = (ushort)address, Type = ModbusType.Bool, Interval = pace.State }),
        Input("status_word", 0, pace.Measured),
        Input(BeltPointNames.FaultCode, 1, pace.Measured),
        Input(BeltPointNames.TubeVoltage, 2, pace.Measured) with { Scale = 0.1m, Unit = "kV" },
        Input(BeltPointNames.TubeCurrent, 3, pace.Measured) with { Scale = 0.001m, Unit = "mA" },
        Input(BeltPointNames.TubeTemperature, 4, pace.Measured, ModbusType.I16) with { Scale = 0.1m, Unit = "°C" },
        Input(BeltPointNames.CabinetTemperature, 5, pace.Measured, ModbusType.I16) with { Scale = 0.1m, Unit = "°C" },
        Input(BeltPointNames.BeltSpeed, 6, pace.Measured, ModbusType.F32) with { Unit = "m/s" },
        Input(BeltPointNames.ParcelCount, 8, pace.Measured, ModbusType.U32),
        Input(BeltPointNames.AlarmCount, 10, pace.Measured, ModbusType.U32),
        Input(BeltPointNames.XrayOnTime, 12, pace.Measured, ModbusType.U32) with { Unit = "s" },
        Input(BeltPointNames.DoseRate, 14, pace.Measured, ModbusType.F32) with { Order = ModbusOrder.Cdab, Unit = "µSv/h" },
        Input(BeltPointNames.Sequence, 16, pace.Parcel, ModbusType.U32),
        Input(BeltPointNames.Decision, 18, pace.Parcel),
        Input(BeltPointNames.Heartbeat, 19, pace.Parcel),
        Input(BeltPointNames.Barcode, 20, pace.Parcel, ModbusType.String) with { Length = 10 },
        new() { Name = BeltPointNames.OperatorDecision, Area = ModbusArea.Holding, Address = 1, Interval = pace.Parcel },
    ];

    /// <summary>Where the belt is ordered: 0 stop, 1 forward, 2 reverse, of which the last is never written.</summary>
    public static ModbusPoint BeltCommand { get; } = new() { Name = BeltPointNames.BeltCommand, Area = ModbusArea.Holding, Address = 0, Write = true, Min = 0, Max = 1 };

    /// <summary>The default list with the site's own points in it.</summary>
    public static IReadOnlyList<ModbusPoint> With(IReadOnlyList<ModbusPoint> usual, IReadOnlyList<ModbusPoint> own)
    {
        var names = own.Select(point => point.Name).ToHashSet(StringComparer.Ordinal);
        return [.. usual.Where(point => !names.Contains(point.Name)), .. own];
    }

    private static ModbusPoint Input(string name, ushort address, TimeSpan interval, ModbusType type = ModbusType.U16) =>
        new() { Name = name, Area = ModbusArea.Input, Address = address, Type = type, Interval = interval };
}
