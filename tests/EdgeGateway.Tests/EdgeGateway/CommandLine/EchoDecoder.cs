using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Tests.EdgeGateway.CommandLine;

/// <summary>An invented protocol: 00 is a fault, FF is a defect of the decoder, EE holds nothing, anything else is one frame with one reading.</summary>
internal sealed class EchoDecoder : IProtocolDecoder
{
    private static readonly DateTimeOffset s_time = new(2026, 11, 22, 3, 32, 0, 120, TimeSpan.Zero);

    public string Protocol => "echo";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options) => input.Span[0] switch
    {
        0x00 => [DecodedFrame.Failed("zero", "a frame does not begin with 00")],
        0xEE => [],
        0xFF => throw new FormatException("not thought of"),
        _ => [Frame(input, options)],
    };

    private static DecodedFrame Frame(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options) => new()
    {
        Type = "ECHO",
        Fields = new JsonObject { ["bytes"] = Convert.ToHexString(input.Span), ["zone"] = options.GetValueOrDefault("zone"), ["城市"] = "广州" },
        Readings =
        [
            new Reading
            {
                Device = "decode",
                Driver = "echo",
                Lane = Lane.Event,
                Time = s_time,
                TimeFrom = TimeOrigin.Device,
                Received = s_time,
                Body = new PlateReadBody { Plate = new PlateInfo { Raw = "蓝粤A12345", Outcome = "VALID" } },
            },
        ],
    };
}
