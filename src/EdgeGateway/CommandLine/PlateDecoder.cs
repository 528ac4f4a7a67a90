using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.CommandLine;

/// <summary>
/// <c>edgegateway decode plate</c>: each line is the text of one plate as a device writes it, and becomes one outcome
/// (plate-camera.md section 5.3), an empty line too. UTF-8; bytes that make a plate only as GB18030 are read so and flagged.
/// </summary>
/// <remarks>
/// Options, what the device says besides: <c>colour</c> (a word or a VIID number), <c>plateClass</c> (two digits), <c>hasPlate</c>
/// (true, false), <c>country</c> (a vendor's number; 59 is China) and <c>context</c> (which system wrote it, shown as it is: the table is the same for all).
/// </remarks>
public sealed class PlateDecoder : IProtocolDecoder
{
    private const int China = 59;
    private const int LeastHex = 12;

    public string Protocol => "plate";

    public bool TakesText => true;

    public IEnumerable<DecodedFrame> Decode(ReadOnlyMemory<byte> input, IReadOnlyDictionary<string, string> options)
    {
        if (Context(options, out int? colour, out string? wrong) is not { } context)
        {
            return [DecodedFrame.Failed("bad-option", wrong!)];
        }

        return Lines(input).Select(line => Show(line, context, colour, options.GetValueOrDefault("context")));
    }

    private static DecodedFrame Show(ReadOnlyMemory<byte> line, PlateContext context, int? colour, string? system)
    {
        var text = PlateBytes.Read(Unhex(line).Span);
        var plate = PlateParser.Parse(text.Text, context);
        var info = plate.ToInfo(text.Text, colour);
        string[] flags = text.Guessed ? ["CHARSET_GUESSED", .. plate.Flags] : [.. plate.Flags];
        var fields = new JsonObject
        {
            ["outcome"] = info.Outcome,
            ["class"] = info.Class,
            ["text"] = info.Text,
            ["colour"] = ColourWord(info, text.Text),
            ["flags"] = Array(flags),
        };
        Add(fields, "colourCode", info.Colour is { } number ? JsonValue.Create(number) : null);
        Add(fields, "colourSource", info.ColourSource);
        Add(fields, "kind", info.OtherKind);
        Add(fields, "plateClass", context.PlateClass ?? info.PlateClass);
        Add(fields, "reason", info.Reason);
        Add(fields, "candidate", info.Candidate);
        Add(fields, "doubts", info.Doubts is { } doubts ? Array(doubts) : null);
        Add(fields, "context", system);
        Add(fields, "raw", text.Text);
        return new DecodedFrame { Type = "plate", Fields = fields };
    }

    // VIID has one number for both greens; what was written is told apart here.
    private static string? ColourWord(PlateInfo plate, string raw) =>
        plate.ColourSource == "prefix" && raw.TrimStart().StartsWith("黄绿", StringComparison.Ordinal) ? "yellow-green"
        : plate.Colour is { } code ? PlateColours.Names.Write(code) : null;

    private static void Add(JsonObject fields, string name, JsonNode? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }
    }

    private static JsonArray Array(IEnumerable<string> words) => new([.. words.Select(word => (JsonNode?)JsonValue.Create(word))]);

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> input)
    {
        for (var rest = input; ;)
        {
            int end = rest.Span.IndexOf((byte)'\n');
            yield return end < 0 ? rest : rest[..end];
            if (end < 0 || end + 1 == rest.Length)
            {
                yield break;
            }

            rest = rest[(end + 1)..];
        }
    }

    // Every other protocol takes lines of hex. No plate has twelve hex digits, so what is hex of UTF-8 text is meant so.
    private static ReadOnlyMemory<byte> Unhex(ReadOnlyMemory<byte> line)
    {
        var text = line.Span.Trim(" \t\r"u8);
        if (text.Length < LeastHex || text.Length % 2 != 0 || text.ContainsAnyExcept("0123456789abcdefABCDEF"u8))
        {
            return line;
        }

        byte[] bytes = Convert.FromHexString(System.Text.Encoding.ASCII.GetString(text));
        return Charsets.StrictUtf8(bytes) is { } meant && !meant.Any(char.IsControl) ? bytes : line;
    }

    private static PlateContext? Context(IReadOnlyDictionary<string, string> options, out int? colour, out string? wrong)
    {
        wrong = null;
        colour = Chosen(options, "colour", text => PlateColours.Names.Read(text) ?? PlateColours.Viid.Read(text) ?? PlateColours.Hikvision.Read(text) ?? PlateColours.Dahua.Read(text), "colour is a word such as blue, or a VIID number", ref wrong);
        int? listed = Chosen(options, "plateClass", text => PlateClasses.Read(text) is { } code ? Number(code) : null, "plateClass is one of the two digits of GA/T 16.7", ref wrong);
        int? hasPlate = Chosen(options, "hasPlate", text => text.ToLowerInvariant() switch { "true" or "1" => 1, "false" or "0" => 0, _ => null }, "hasPlate is true or false", ref wrong);
        int? country = Chosen(options, "country", Number, "country is a number", ref wrong);
        return wrong is not null ? null : new PlateContext
        {
            HasPlate = hasPlate is null ? null : hasPlate == 1,
            PlateClass = listed?.ToString("00", CultureInfo.InvariantCulture),
            Foreign = country is > 0 and not (China or 253 or 254),
        };
    }

    private static int? Chosen(IReadOnlyDictionary<string, string> options, string name, Func<string, int?> read, string what, ref string? wrong)
    {
        if (!options.TryGetValue(name, out string? text))
        {
            return null;
        }

        int? value = read(text);
        wrong = value is null ? what : wrong;
        return value;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
