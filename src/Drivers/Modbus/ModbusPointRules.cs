using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>One way in which the parts of a point do not fit together.</summary>
/// <param name="Key">The setting that is to be mended.</param>
/// <param name="IsBroken">Sees what is written, and what was understood.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Right">What would be right.</param>
/// <param name="Code">A short fixed word.</param>
internal sealed record ModbusPointRule(string Key, Func<SettingsReader, ModbusPoint, bool> IsBroken, Words Problem, Words Right, string Code = "contradiction");

/// <summary>What must fit together in a point (xray.md section 3.2).</summary>
internal static class ModbusPointRules
{
    public static readonly IReadOnlyList<ModbusPointRule> All =
    [
        new("type", static (_, point) => point.IsBit && point.Type != ModbusType.Bool, ModbusPointWords.BitsOnly, ModbusPointWords.WriteBool),
        new("bit", static (item, point) => point.IsBit && item.Has("bit"), ModbusPointWords.NoWord, ModbusPointWords.RemoveIt),
        new("bit", static (item, point) => !point.IsBit && point.Type == ModbusType.Bool && !item.Has("bit"), ModbusPointWords.WhichBit, ModbusPointWords.WriteABit, "missing"),
        new("bit", static (item, point) => !point.IsBit && item.Has("bit") && point.Type is not (ModbusType.Bool or ModbusType.U16), ModbusPointWords.BitOfAWord, ModbusPointWords.BitOrType),
        new("order", static (item, point) => item.Has("order") && IsFlag(point), ModbusPointWords.OrderOfABit, ModbusPointWords.RemoveIt),
        new("order", static (_, point) => IsSwapOfOne(point), ModbusPointWords.OrderOfOne, ModbusPointWords.OnlyBytes),
        new("length", static (item, point) => point.Type == ModbusType.String && !item.Has("length"), ModbusPointWords.HowLong, ModbusPointWords.WriteALength, "missing"),
        new("length", static (item, point) => point.Type != ModbusType.String && item.Has("length"), ModbusPointWords.LengthOfAString, ModbusPointWords.RemoveIt),
        new("address", static (_, point) => point.End > ModbusLimits.Addresses, ModbusPointWords.BehindTheLast, ModbusPointWords.WriteAnAddress, "out-of-range"),
        new("scale", static (_, point) => Math.Abs(point.Scale) < 1e-9m, ModbusPointWords.NoScale, ModbusPointWords.WriteAScale, "out-of-range"),
        new("scale", static (item, point) => item.Has("scale") && !IsNumber(point), ModbusPointWords.NumbersOnly, ModbusPointWords.RemoveIt),
        new("offset", static (item, point) => item.Has("offset") && !IsNumber(point), ModbusPointWords.NumbersOnly, ModbusPointWords.RemoveIt),
        new("invalid", static (item, point) => item.Has("invalid") && point.Type == ModbusType.String, ModbusPointWords.NumbersOnly, ModbusPointWords.RemoveIt),
        new("map", static (item, point) => item.Has("map") && point.Type is (ModbusType.String or ModbusType.F32 or ModbusType.F64), ModbusPointWords.WholeOnly, ModbusPointWords.RemoveIt),
        new("deadband", static (item, point) => item.Has("deadband") && !IsNumber(point), ModbusPointWords.NumbersOnly, ModbusPointWords.RemoveIt),
        new("deadband", static (item, point) => item.Has("deadband") && !point.OnChange, ModbusPointWords.EveryReading, ModbusPointWords.DeadbandOrAll),
        new("write", static (_, point) => point.Write && point.Area is (ModbusArea.Discrete or ModbusArea.Input), ModbusPointWords.ReadOnlyArea, ModbusPointWords.WritableAreas),
        new("write", static (_, point) => point.Write && point.Bit is not null, ModbusPointWords.BitIsNotWritten, ModbusPointWords.WriteTheWord),
        new("min", static (item, point) => item.Has("min") && (!point.Write || !IsNumber(point)), ModbusPointWords.LimitOfWhat, ModbusPointWords.WriteOrRemove),
        new("max", static (item, point) => item.Has("max") && (!point.Write || !IsNumber(point)), ModbusPointWords.LimitOfWhat, ModbusPointWords.WriteOrRemove),
        new("max", static (_, point) => point.Max < point.Min, ModbusPointWords.MaxBelowMin, ModbusPointWords.SwapThem),
    ];

    private static bool IsFlag(ModbusPoint point) => point.IsBit || point.Bit is not null || point.Type == ModbusType.Bool;

    private static bool IsNumber(ModbusPoint point) => !IsFlag(point) && point.Type != ModbusType.String;

    private static bool IsSwapOfOne(ModbusPoint point) =>
        !IsFlag(point) && point.Order is (ModbusOrder.Cdab or ModbusOrder.Dcba) && point.Type is (ModbusType.I16 or ModbusType.U16 or ModbusType.String);
}
