using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.EndToEnd.Modbus;

/// <summary>The map of xray.md section 3.3 as a list of points, and what <c>slave.py</c> holds in it (section 7.3).</summary>
internal static class ScannerMap
{
    private static readonly (ModbusPoint Point, object Value)[] s_inputs =
    [
        (Input("status_word", 0), 11L),
        (Input("scanning", 0) with { Type = ModbusType.Bool, Bit = 2 }, false),
        (Input("belt", 0) with { Type = ModbusType.Bool, Bit = 3 }, true),
        (Input("fault_code", 1), 0L),
        (Input("tube_voltage", 2) with { Scale = 0.1m, Unit = "kV" }, 160.2),
        (Input("tube_current", 3), 812L),
        (Input("tube_temperature", 4) with { Type = ModbusType.I16, Scale = 0.1m }, -3.5),
        (Input("cabinet_temperature", 5) with { Type = ModbusType.I16, Scale = 0.1m }, 41.7),
        (Input("belt_speed", 6) with { Type = ModbusType.F32 }, 0.2),
        (Input("parcel_count", 8) with { Type = ModbusType.U32 }, 70_123L),
        (Input("alarm_count", 10) with { Type = ModbusType.U32 }, 38L),
        (Input("xray_on_time", 12) with { Type = ModbusType.U32 }, 1_234_567L),
        (Input("dose_rate", 14) with { Type = ModbusType.F32, Order = ModbusOrder.Cdab }, 0.137),
        (Input("last_parcel_seq", 16) with { Type = ModbusType.U32 }, 70_123L),
        (Input("last_decision", 18) with { Map = new Dictionary<decimal, string> { [1] = "clear", [2] = "alarm" } }, "alarm"),
        (Input("heartbeat", 19), 0x1234L),
        (Input("last_barcode", 20) with { Type = ModbusType.String, Length = 10 }, "SF1234567890123"),
    ];

    public static IReadOnlyDictionary<string, object> Values { get; } =
        s_inputs.Select(pair => (pair.Point.Name, pair.Value)).Concat("1001111011001011".Select((bit, i) => ($"discrete_{i}", (object)(bit == '1')))).ToDictionary();

    /// <summary>A point that the slave does not have, in the same block as those that it has.</summary>
    public static ModbusPoint Missing { get; } = Input("beyond", 33);

    public static ModbusPoint Command { get; } = Holding("belt_command", 0) with { Max = 2 };

    public static ModbusPoint Preset { get; } = Holding("preset", 2) with { Type = ModbusType.U32 };

    public static ModbusPoint SwappedPreset { get; } = Holding("swapped", 4) with { Type = ModbusType.F32, Order = ModbusOrder.Cdab };

    public static ModbusPoint Buzzer { get; } = new() { Name = "buzzer", Area = ModbusArea.Coil, Address = 1, Type = ModbusType.Bool, Write = true };

    public static BusUnit Unit(byte address) => new(
        "scanner", address,
        [
            .. s_inputs.Select(pair => pair.Point), Missing, Command, Preset, SwappedPreset, Buzzer,
            .. Enumerable.Range(0, 16).Select(i => new ModbusPoint { Name = $"discrete_{i}", Area = ModbusArea.Discrete, Address = (ushort)i, Type = ModbusType.Bool }),
        ]);

    private static ModbusPoint Input(string name, ushort address) => new() { Name = name, Area = ModbusArea.Input, Address = address, Interval = TimeSpan.FromMilliseconds(100) };

    private static ModbusPoint Holding(string name, ushort address) => new() { Name = name, Area = ModbusArea.Holding, Address = address, Interval = TimeSpan.FromMilliseconds(100), Write = true };
}
