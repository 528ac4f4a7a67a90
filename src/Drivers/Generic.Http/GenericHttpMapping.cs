using System.Buffers;
using System.Text;
using System.Text.Json;
using EdgeGateway.Drivers.Generic;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.Generic.Http;

/// <summary>What the device is told.</summary>
internal static class GenericHttpMapping
{
    public const string DriverName = "generic-http";

    private const string Json = "application/json";

    /// <summary>Media types whose bodies have a message on each line.</summary>
    private static readonly string[] s_lines = ["ndjson", "jsonl", "jsonlines", "json-lines"];

    public static bool IsLines(string? contentType) => s_lines.Any(word => contentType?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>400 for what is no JSON, 413 for what is too long, 422 for what is JSON and cannot be taken; nothing of it was.</summary>
    /// <param name="reason">A word of <see cref="MessageReader"/>, <see cref="Protocol.Paths.JsonBody"/> or <see cref="MapReasons"/>.</param>
    public static InboxAnswer Refused(string reason)
    {
        int status = reason switch
        {
            Protocol.Paths.JsonBody.NotJson => 400,
            MessageReader.TooLarge => 413,
            _ => 422,
        };
        return new InboxAnswer(status, Written(json => json.WriteString("error"u8, reason)), Json);
    }

    /// <summary>All of it is on disk, but for what is counted as left out.</summary>
    public static InboxAnswer Taken(SensorVerdict verdict, int garbled) => new(200, Written(json => Write(json, verdict, garbled)), Json);

    private static void Write(Utf8JsonWriter json, SensorVerdict verdict, int garbled)
    {
        json.WriteNumber("taken"u8, verdict.Entries);
        WriteIf(json, "unmatched", verdict.Unmatched);
        WriteIf(json, "garbled", garbled);
        if (verdict.LeftOut.Count == 0)
        {
            return;
        }

        json.WriteStartObject("leftOut"u8);
        foreach (var (reason, count) in verdict.LeftOut)
        {
            json.WriteNumber(reason, count);
        }

        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, int count)
    {
        if (count > 0)
        {
            json.WriteNumber(name, count);
        }
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
