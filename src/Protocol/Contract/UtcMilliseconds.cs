using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Contract;

/// <summary>
/// Times as contract section 2 writes them: UTC with milliseconds, such as <c>2026-11-22T03:32:00.120Z</c>. VDA 5050 and WS-Security
/// take the same form.
/// </summary>
public sealed class UtcMilliseconds : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>Bytes of a time as text.</summary>
    public const int Length = 24;

    /// <summary>A time as text, for members that are texts.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The same in UTF-8.</summary>
    /// <param name="time">Which.</param>
    /// <param name="text"><see cref="Length"/> bytes.</param>
    public static void Write(DateTimeOffset time, Span<byte> text) => time.UtcDateTime.TryFormat(text, out _, Form, CultureInfo.InvariantCulture);

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<byte> text = stackalloc byte[Length];
        Write(value, text);
        writer.WriteStringValue(text);
    }
}
