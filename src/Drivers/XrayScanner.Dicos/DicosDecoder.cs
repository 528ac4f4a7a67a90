using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary><c>edgegateway decode dicos</c>: the input is one whole file, as it is or in hex, and becomes one line.</summary>
/// <param name="time">Asked only when the option <c>received</c> is missing.</param>
/// <remarks>Options: <c>received</c>, <c>zone</c>, <c>device</c>, <c>medical</c> (true: the medical classes of CT and DX too).</remarks>
public sealed class DicosDecoder(TimeProvider time) : IProtocolDecoder
{
    public DicosDecoder()
        : this(TimeProvider.System)
    {
    }

    public string Protocol => "dicos";

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (DecodeClock.Read(options, time, out var received, out var zone) is { } mistake)
        {
            return [mistake];
        }

        var place = new DicosPlace { Device = options.GetValueOrDefault("device") ?? "device", Zone = zone };
        return [Frame(input, place, received, options.GetValueOrDefault("medical") == "true")];
    }

    private static DecodedFrame Frame(ReadOnlyMemory<byte> input, DicosPlace place, DateTimeOffset received, bool acceptMedical)
    {
        var read = DicosReader.Read(input);
        if (read.File is not { } file)
        {
            return DecodedFrame.Failed(read.Fault!, string.Create(CultureInfo.InvariantCulture, $"{DicosFaultWords.Explain(read.Fault!)} Reading ended at byte {read.At} of {input.Length}."));
        }

        var content = DicosContent.Of(file, acceptMedical);
        return content.Fault is { } fault
            ? DecodedFrame.Failed(fault, $"{DicosFaultWords.Explain(fault)} Its class is {file.SopClass ?? "not told"}.")
            : new DecodedFrame { Type = content.Header!.Kind, Fields = DicosFields.Of(file), Readings = [DicosMapping.ToReading(content, place, received)] };
    }
}
