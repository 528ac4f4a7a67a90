using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Tests.Protocol.Modbus;

namespace EdgeGateway.Tests.Drivers.Modbus;

public sealed class ModbusDecoderTests
{
    [Fact]
    public void Tcp_RequestAndResponse_AreToldWithTheirValues()
    {
        var (_, request, response) = ModbusVectors.Tcp[1];

        var frames = Decode(ModbusDecoder.Tcp, request + response);

        Assert.Equal("""{"transaction":1,"unit":1,"direction":"request","function":4,"start":0,"count":6}""", frames[0].Fields!.ToJsonString());
        Assert.Equal("""{"transaction":1,"unit":1,"direction":"response","function":4,"start":0,"words":[11,0,1602,812,65501,417]}""", frames[1].Fields!.ToJsonString());
        Assert.Equal(["request", "response"], frames.Select(frame => frame.Type));
    }

    [Fact]
    public void Tcp_EchoedWrite_IsRequestThenResponseAndAloneAGuess()
    {
        var (_, request, response) = ModbusVectors.Tcp[6];

        Assert.Equal(["request", "response"], Decode(ModbusDecoder.Tcp, request + response).Select(frame => frame.Type));
        Assert.True((bool)Decode(ModbusDecoder.Tcp, request).Single().Fields!["directionGuessed"]!);
        Assert.Equal("response", Decode(ModbusDecoder.Tcp, response, "response").Single().Type);
        Assert.Null(Decode(ModbusDecoder.Tcp, response, "response").Single().Fields!["directionGuessed"]);
    }

    [Fact]
    public void Rtu_RequestAndResponse_AreToldWithTheirValues()
    {
        var (_, request, response) = ModbusVectors.Rtu[1];

        var frames = Decode(ModbusDecoder.Rtu, request + response);

        Assert.Equal("""{"unit":17,"direction":"request","function":2,"start":0,"count":16}""", frames[0].Fields!.ToJsonString());
        Assert.Equal(16, frames[1].Fields!["bits"]!.AsArray().Count);
        Assert.True((bool)frames[1].Fields!["bits"]![0]!);
    }

    [Fact]
    public void Rtu_Noise_IsAFaultAndTheFramesAreRead()
    {
        var frames = Decode(ModbusDecoder.Rtu, "ff00" + ModbusVectors.Rtu[0].Response + "aa");

        Assert.Equal(["rtu-noise", null, "rtu-noise"], frames.Select(frame => frame.Fault));
        Assert.Equal("response", frames[1].Type);
    }

    [Fact]
    public void Exception_IsToldWithItsMeaning() =>
        Assert.Equal("""{"transaction":1,"unit":1,"direction":"response","function":4,"exception":2,"meaning":"address"}""", Decode(ModbusDecoder.Tcp, "000100000003018402").Single().Fields!.ToJsonString());

    [Theory]
    [InlineData("", "modbus-short")]
    [InlineData("0001000000060104", "modbus-short")]
    [InlineData("00010001000601040000000600", "mbap-protocol")]
    [InlineData("0001000000010104", "mbap-length")]
    [InlineData("000100000002012b", "modbus-function")]
    public void Tcp_NoFrame_IsAFaultWithAReason(string hex, string fault)
    {
        var frame = Decode(ModbusDecoder.Tcp, hex).Single();

        Assert.Equal(fault, frame.Fault);
        Assert.NotEmpty(frame.Why!);
    }

    [Fact]
    public void Tcp_CutAnywhere_NeverThrows()
    {
        foreach (var (_, request, response) in ModbusVectors.Tcp)
        {
            for (int length = 0; length < response.Length; length += 2)
            {
                Assert.Contains(Decode(ModbusDecoder.Tcp, request + response[..length]), frame => frame.Ok);
            }
        }
    }

    [Fact]
    public void Direction_Unknown_IsAFault() => Assert.Equal("bad-option", Decode(ModbusDecoder.Rtu, "00", "both").Single().Fault);

    private static List<DecodedFrame> Decode(ModbusDecoder decoder, string hex, string? direction = null) =>
        [.. decoder.Decode(Convert.FromHexString(hex), direction is null ? new Dictionary<string, string>() : new() { ["direction"] = direction })];
}
