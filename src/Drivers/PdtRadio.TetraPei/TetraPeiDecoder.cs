using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>
/// <c>edgegateway decode tetra-pei</c>: what a TETRA terminal wrote on its line, as text, or as hex where the whole input is hex.
/// <c>&lt;CR&gt;</c> and <c>&lt;LF&gt;</c> may be written out.
/// </summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>received</c>, <c>zone</c>, <c>device</c>, <c>own</c> (the terminal's own number).</remarks>
public sealed class TetraPeiDecoder(TimeProvider time) : IProtocolDecoder
{
    public TetraPeiDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "tetra-pei";

    /// <summary>A message has two lines.</summary>
    public bool TakesAll => true;

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (DecodeClock.Read(options, time, out var received, out var zone) is { } mistake)
        {
            return [mistake];
        }

        var mapping = new TetraPeiMapping(options.GetValueOrDefault("device") ?? "device", new Dictionary<int, StatusLabel>(), zone) { Own = TetraIdentity.Read(options.GetValueOrDefault("own")) };
        return new TetraPeiLines(mapping, received).Read(Bytes(input.Span));
    }

    private static byte[] Bytes(ReadOnlySpan<byte> input)
    {
        string text = Encoding.Latin1.GetString(input);
        string[] lines = text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool hex = lines.Length > 0 && lines.All(line => line.Length % 2 == 0 && line.All(char.IsAsciiHexDigit));
        byte[] bytes = hex
            ? Convert.FromHexString(string.Concat(lines))
            : Encoding.Latin1.GetBytes(text.Replace("<CR>", "\r", StringComparison.Ordinal).Replace("<LF>", "\n", StringComparison.Ordinal));
        return [.. bytes, (byte)'\r', (byte)'\n'];
    }
}
