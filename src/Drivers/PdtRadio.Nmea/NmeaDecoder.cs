using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>
/// <c>edgegateway decode nmea</c>: a line for each sentence and one for each fault; the reading stands with the last sentence of its
/// moment. The input is text as a receiver sends it; from stdin a line of hex is understood too.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>received</c>, <c>device</c>, <c>own</c> (id of the radio), <c>numberRule</c>.</remarks>
public sealed class NmeaDecoder(TimeProvider time) : IProtocolDecoder
{
    public string Protocol => "nmea";

    public bool TakesText => true;

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options) =>
        RadioDecodeOptions.Read(options, NmeaMapping.DriverName, time, out var failure) is { } chosen ? Frames(Unhexed(input), chosen) : [failure!];

    private static IReadOnlyList<DecodedFrame> Frames(ReadOnlyMemory<byte> input, RadioDecodeOptions options)
    {
        var lines = new NmeaLines(options);
        var reader = new NmeaReader();
        var bytes = input.Span;
        while (reader.TryRead(ref bytes, out var item))
        {
            lines.Add(item);
        }

        if (reader.End() is { } unfinished)
        {
            lines.Add(unfinished);
        }

        return lines.End();
    }

    private static ReadOnlyMemory<byte> Unhexed(ReadOnlyMemory<byte> input)
    {
        string text = Encoding.ASCII.GetString(input.Span.Trim(" \t\r\n"u8));
        return text.Length is > 0 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit) ? Convert.FromHexString(text) : input;
    }
}
