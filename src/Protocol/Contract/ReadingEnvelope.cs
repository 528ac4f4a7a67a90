using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Protocol.Contract;

/// <summary>
/// Writes a reading as a CloudEvents 1.0 event (contract section 2) in two steps: everything that is known before the
/// store gives a number (<see cref="Tail"/>), and the whole once it has (<see cref="Compose"/>). So the single writer
/// of the store copies bytes and serialises nothing.
/// </summary>
public sealed class ReadingEnvelope
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text before the tail without the gateway id: 62 fixed characters, two epochs, two numbers of at most 19 digits, rounded up.</summary>
    private const int FrameMost = 160;

    private readonly string _source;

    public ReadingEnvelope(string site, string gateway) => _source = $"/site/{site}/gateway/{gateway}";

    /// <returns>The envelope without its number, as JSON text that lacks the opening brace.</returns>
    public ReadOnlyMemory<byte> Tail(Reading reading)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            json.WriteString("source"u8, _source);
            json.WriteString("subject"u8, reading.Device);
            json.WriteString("type"u8, SchemaIds.TypeOf(reading.Body.Kind));
            WriteTime(json, "time"u8, reading.Time);
            json.WriteString("datacontenttype"u8, "application/json"u8);
            json.WriteString("dataschema"u8, SchemaIds.SchemaOf(reading.Body.Kind));
            json.WriteString("lane"u8, LaneNames.Of(reading.Lane));
            json.WriteString("driver"u8, reading.Driver);
            json.WriteString("timefrom"u8, reading.TimeFrom == TimeOrigin.Device ? "device"u8 : "gateway"u8);
            WriteTime(json, "received"u8, reading.Received);
            json.WriteString("clock"u8, ClockWords.Of(reading.Clock));
            WriteIfKnown(json, "clockoffsetms"u8, reading.ClockOffsetMs);
            WriteIfKnown(json, "uptimems"u8, reading.UptimeMs);
            WriteIfKnown(json, "deviceoffsetms"u8, reading.DeviceOffsetMs);
            json.WritePropertyName("data"u8);
            JsonSerializer.Serialize(json, reading.Body, reading.Body.GetType(), BodyJson.Default);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory[1..];
    }

    /// <param name="gateway">Gateway id.</param>
    /// <param name="epoch">Epoch of the store, eight hex digits.</param>
    /// <param name="seq">Number inside the epoch, from 1.</param>
    /// <param name="tail">What <see cref="Tail"/> returned.</param>
    /// <returns>The complete event in UTF-8.</returns>
    public static byte[] Compose(string gateway, string epoch, long seq, ReadOnlySpan<byte> tail)
    {
        var whole = new byte[ComposedMost(gateway, tail.Length)];
        return whole[..Compose(gateway, epoch, seq, tail, whole)];
    }

    /// <summary>As the other one, into a buffer that the caller uses again.</summary>
    /// <param name="gateway">Gateway id.</param>
    /// <param name="epoch">Epoch of the store, eight hex digits.</param>
    /// <param name="seq">Number inside the epoch, from 1.</param>
    /// <param name="tail">What <see cref="Tail"/> returned.</param>
    /// <param name="whole">At least <see cref="ComposedMost"/> bytes.</param>
    /// <returns>Bytes written.</returns>
    public static int Compose(string gateway, string epoch, long seq, ReadOnlySpan<byte> tail, Span<byte> whole)
    {
        if (!Utf8.TryWrite(
            whole,
            CultureInfo.InvariantCulture,
            $"{{\"specversion\":\"1.0\",\"id\":\"{gateway}:{epoch}:{seq}\",\"epoch\":\"{epoch}\",\"seq\":{seq},",
            out int written))
        {
            throw new ArgumentException("Shorter than ComposedMost.", nameof(whole));
        }

        tail.CopyTo(whole[written..]);
        return written + tail.Length;
    }

    /// <returns>A length in bytes that no composed event with this tail exceeds.</returns>
    public static int ComposedMost(string gateway, int tailLength) => FrameMost + (3 * gateway.Length) + tailLength;

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[UtcMilliseconds.Length];
        UtcMilliseconds.Write(time, text);
        json.WriteString(name, text);
    }

    private static void WriteIfKnown(Utf8JsonWriter json, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }
}
