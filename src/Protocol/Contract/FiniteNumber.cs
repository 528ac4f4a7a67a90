using System.Text.Json;
using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Contract;

/// <summary>
/// JSON knows no infinity and no NaN: a device that tells one, in a box or a register, must not make its reading impossible to write.
/// Such a number is null in the text, and NaN again when it is read.
/// </summary>
public sealed class FiniteNumber : JsonConverter<double>
{
    public override bool HandleNull => true;

    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Null ? double.NaN : reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
