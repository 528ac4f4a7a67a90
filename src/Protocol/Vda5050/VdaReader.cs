using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Protocol.Vda5050;

/// <summary>
/// Reads messages of VDA 5050 versions 2.0, 2.1 and 3.0 leniently (drone.md section 3, and the public JSON schemas of the three versions): it throws on no
/// input, every key may be absent, and a key of either version is understood whatever the header says.
/// </summary>
public static class VdaReader
{
    /// <summary>A state with a long order has 50 KiB.</summary>
    public const int MostBytes = 256 * 1024;

    public const int MostDepth = 32;

    /// <summary>Characters of one text; longer ones are cut.</summary>
    public const int LongestText = 512;

    private const long MostHeaderId = uint.MaxValue;

    /// <summary>Digits of a second.</summary>
    private const int MostFraction = 7;

    private static readonly string[] s_times = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    private static readonly JsonDocumentOptions s_options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MostDepth };

    /// <param name="utf8">Payload of topic <c>connection</c>.</param>
    /// <param name="fault">A word of <see cref="VdaFaults"/> when the result is null.</param>
    public static VdaConnection? Connection(ReadOnlyMemory<byte> utf8, out string? fault) =>
        Read(utf8, root => new VdaConnection(Header(root), root.Member("connectionState").Text()), out fault);

    /// <param name="utf8">Payload of topic <c>state</c> or <c>visualization</c>.</param>
    /// <param name="fault">A word of <see cref="VdaFaults"/> when the result is null.</param>
    public static VdaState? State(ReadOnlyMemory<byte> utf8, out string? fault) => Read(utf8, root => VdaStateReader.Read(root, Header(root)), out fault);

    /// <param name="utf8">Payload of topic <c>factsheet</c>.</param>
    /// <param name="fault">A word of <see cref="VdaFaults"/> when the result is null.</param>
    public static VdaFactsheet? Factsheet(ReadOnlyMemory<byte> utf8, out string? fault) =>
        Read(utf8, root => new VdaFactsheet(Header(root), root.Member("typeSpecification").Member("seriesName").Text()), out fault);

    private static T? Read<T>(ReadOnlyMemory<byte> utf8, Func<JsonElement, T> read, out string? fault)
        where T : class
    {
        fault = VdaFaults.TooLarge;
        if (utf8.Length > MostBytes)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8, s_options);
            bool isObject = document.RootElement.ValueKind == JsonValueKind.Object;
            fault = isObject ? null : VdaFaults.NotAnObject;
            return isObject ? read(document.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An escape that is no character is only found when the text is asked for.
            fault = VdaFaults.NotJson;
            return null;
        }
    }

    private static VdaHeader Header(JsonElement root)
    {
        string? time = root.Member("timestamp").Text();
        return new VdaHeader(
            root.Member("headerId").Whole(0, MostHeaderId),
            Time(time),
            time,
            root.Member("version").Text(),
            root.Member("manufacturer").Text(),
            root.Member("serialNumber").Text());
    }

    /// <summary>ISO 8601; UTC where it names no offset, as the standard demands. Some clocks write nanoseconds: what is finer than 100 ns is cut.</summary>
    private static DateTimeOffset? Time(string? text)
    {
        if (text is null)
        {
            return null;
        }

        int point = text.IndexOf('.', StringComparison.Ordinal);
        int end = point < 0 ? -1 : point + 1 + text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9');
        string fine = end > point + 1 + MostFraction ? text.Remove(point + 1 + MostFraction, end - point - 1 - MostFraction) : text;
        return DateTimeOffset.TryParseExact(fine, s_times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }
}
