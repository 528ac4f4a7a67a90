using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>Writes messages as a kiosk does (kiosk.md section 1.2). What is null is left out.</summary>
internal static class XfsText
{
    private static readonly JsonWriterOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="command">What was asked.</param>
    /// <param name="status">Why not; null when it is taken.</param>
    public static byte[] Acknowledge(XfsCommand command, string? status = null) =>
        Bytes(Header("acknowledge", command.Name, command.RequestId, command.Version, ("status", status)), null);

    /// <param name="command">What was asked.</param>
    /// <param name="version">Of the answer, which need not be that of the command.</param>
    /// <param name="code">Completion code.</param>
    /// <param name="payload">Null for none.</param>
    /// <param name="description">The vendor's words.</param>
    public static byte[] Completion(XfsCommand command, string version, string code, JsonObject? payload, string? description = null) =>
        Bytes(Header("completion", command.Name, command.RequestId, version, ("completionCode", code), ("errorDescription", description)), payload);

    /// <summary>An event that belongs to a command that is going on.</summary>
    public static byte[] Event(XfsCommand command, string name, string version, JsonObject payload) => Bytes(Header("event", name, command.RequestId, version), payload);

    /// <summary>Frameworks say <c>event</c> and leave the id out; the schema says <c>unsolicited</c>, and old ones add the id 0.</summary>
    public static byte[] Unsolicited(string name, bool old, JsonObject? payload) =>
        Bytes(old ? Header("unsolicited", name, 0, "1.0") : Header("event", name, null, "3.0"), payload);

    private static JsonObject Header(string type, string name, long? requestId, string? version, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var header = new JsonObject { ["name"] = name };
        if (requestId is { } id)
        {
            header["requestId"] = id;
        }

        header["type"] = type;
        if (version is not null)
        {
            header["version"] = version;
        }

        foreach ((string key, string? value) in more)
        {
            if (value is not null)
            {
                header[key] = value;
            }
        }

        return header;
    }

    private static byte[] Bytes(JsonObject header, JsonObject? payload)
    {
        var message = new JsonObject { ["header"] = header };
        if (payload is not null)
        {
            message["payload"] = payload;
        }

        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, s_readable))
        {
            message.WriteTo(writer);
        }

        return text.ToArray();
    }
}
