using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.CommandLine;

/// <summary>One frame as one JSON line; a reading is the contract's event without id, epoch and seq.</summary>
internal static class DecodedLine
{
    private static readonly ReadingEnvelope s_envelope = new("decode", "decode");

    public static string Of(DecodedFrame frame) => JsonLine.Write(json =>
    {
        json.WriteBoolean("ok"u8, frame.Ok);
        if (frame.Ok)
        {
            WriteFrame(json, frame);
        }
        else
        {
            json.WriteString("fault"u8, frame.Fault);
            json.WriteString("why"u8, frame.Why ?? frame.Fault);
        }
    });

    private static void WriteFrame(Utf8JsonWriter json, DecodedFrame frame)
    {
        json.WriteString("type"u8, frame.Type ?? string.Empty);
        json.WritePropertyName("fields"u8);
        json.WriteRawValue(frame.Fields?.ToJsonString(s_readable) ?? "{}");
        json.WriteStartArray("readings"u8);
        foreach (var reading in frame.Readings)
        {
            json.WriteRawValue(Event(reading));
        }

        json.WriteEndArray();
    }

    private static readonly JsonSerializerOptions s_readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static byte[] Event(Reading reading) => [(byte)'{', .. s_envelope.Tail(reading).Span];
}
