using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Drivers.Modbus;

/// <summary><c>edgegateway decode modbus-tcp</c> and <c>modbus-rtu</c>: frames of one link in a row, requests, answers or both.</summary>
/// <remarks>
/// Option <c>direction</c>: <c>request</c> or <c>response</c>; without it the direction is guessed from the shape of a frame and from
/// what came before it, and the result says so.
/// </remarks>
public sealed class ModbusDecoder : IProtocolDecoder
{
    private readonly Func<ReadOnlyMemory<byte>, ModbusDirection?, IEnumerable<DecodedFrame>> _decode;

    private ModbusDecoder(string protocol, Func<ReadOnlyMemory<byte>, ModbusDirection?, IEnumerable<DecodedFrame>> decode)
    {
        Protocol = protocol;
        _decode = decode;
    }

    /// <summary>Modbus TCP.</summary>
    public static ModbusDecoder Tcp { get; } = new("modbus-tcp", MbapDecoding.Decode);

    /// <summary>A serial line.</summary>
    public static ModbusDecoder Rtu { get; } = new("modbus-rtu", RtuDecoding.Decode);

    public string Protocol { get; }

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options) => options.GetValueOrDefault("direction") switch
    {
        null => _decode(input, null),
        "request" => _decode(input, ModbusDirection.Request),
        "response" => _decode(input, ModbusDirection.Response),
        _ => [DecodedFrame.Failed("bad-option", "direction is request or response.")],
    };
}
