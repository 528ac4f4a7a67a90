using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdgeGateway.Protocol.Dji;

/// <summary>Writes what goes down to a gateway (drone.md sections 2.2, 2.3 and 2.9). A reply keeps tid, bid and method and has a time of its own.</summary>
public static class DjiWriter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A reply whose data is <c>{"result": n}</c>; 0 means well.</summary>
    public static byte[] Reply(DjiMessage to, DateTimeOffset now, int result, Action<Utf8JsonWriter>? output = null) => Reply(to, now, json =>
    {
        json.WriteNumber("result"u8, result);
        if (output is not null)
        {
            json.WriteStartObject("output"u8);
            output(json);
            json.WriteEndObject();
        }
    });

    /// <summary>A reply with data of its own, as <c>config</c> wants it.</summary>
    public static byte[] Reply(DjiMessage to, DateTimeOffset now, Action<Utf8JsonWriter> data) => Message(to.Tid, to.Bid, to.Method, now, data);

    /// <summary>A command.</summary>
    /// <param name="tid">By which its reply is found.</param>
    /// <param name="bid">Of the business process.</param>
    /// <param name="method">For example <c>return_home</c>.</param>
    /// <param name="now">When.</param>
    /// <param name="data">Its members; null: an empty object.</param>
    public static byte[] Service(string tid, string bid, string method, DateTimeOffset now, Action<Utf8JsonWriter>? data = null) => Message(tid, bid, method, now, data ?? (_ => { }));

    private static byte[] Message(string? tid, string? bid, string? method, DateTimeOffset now, Action<Utf8JsonWriter> data)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            WriteIfKnown(json, "tid"u8, tid);
            WriteIfKnown(json, "bid"u8, bid);
            json.WriteNumber("timestamp"u8, now.ToUnixTimeMilliseconds());
            WriteIfKnown(json, "method"u8, method);
            json.WriteStartObject("data"u8);
            data(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
