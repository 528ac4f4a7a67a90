using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary><c>edgegateway decode hdap</c>: one message of the Hytera data port, as it stands in a datagram.</summary>
/// <param name="driver">Named in the readings.</param>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
public sealed class HdapDecoder(string driver, TimeProvider time) : IProtocolDecoder
{
    public string Protocol => "hdap";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options) =>
        RadioDecodeOptions.Read(options, driver, time, out var failure) is { } chosen ? [new HdapLines(chosen).Line(input.Span)] : [failure!];
}
