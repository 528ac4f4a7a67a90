using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Modbus;

/// <summary>Faults of frames in words for a person.</summary>
internal static class ModbusWhy
{
    public static string Of(string fault) => fault switch
    {
        ModbusFaults.Short => "It has fewer bytes than its function needs.",
        ModbusFaults.Trailing => "It has more bytes than its function needs.",
        ModbusFaults.Function => "Its function is none of 01 to 06, 0F and 10.",
        ModbusFaults.Count => "It names no value, more values than one frame may, or addresses behind the last one.",
        ModbusFaults.ByteCount => "Its byte count does not fit its values.",
        ModbusFaults.CoilValue => "A coil is neither FF00 nor 0000.",
        ModbusFaults.OtherFunction => "It answers another function than was asked.",
        ModbusFaults.OtherEcho => "It confirms another address or value than was written.",
        ModbusFaults.Protocol => "Bytes 2 and 3 are not 0: this is no Modbus TCP, or a frame was lost track of. The link would be ended here.",
        ModbusFaults.Length => "No frame has such a length: where the next one begins cannot be known. The link would be ended here.",
        _ => "It is no frame.",
    };
}
