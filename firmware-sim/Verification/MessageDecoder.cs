using System.IO.Compression;
using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Reads what a gateway publishes, from the contract alone and with none of the gateway's code: readings, batches
/// (gzip by its magic bytes), pictures in one piece or in parts, manifests, replies. A message is taken whole or not at all.
/// </summary>
/// <param name="root">Topic root, default <c>edge/v1</c>.</param>
public sealed class MessageDecoder(string root)
{
    /// <summary>Of a batch, unpacked or as it came: sixteen times what the contract allows before compression.</summary>
    public const int MostUnpacked = 4 * 1024 * 1024;

    /// <summary>Of a batch: eight times what the contract allows.</summary>
    public const int MostReadings = 4096;

    private readonly MediaAssembler _media = new();

    /// <summary>Messages below the root that could not be read.</summary>
    public long Unreadable { get; private set; }

    /// <returns>What the message holds, in its order; nothing for topics that carry none of it.</returns>
    public IReadOnlyList<ReceivedLine> Decode(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset at)
    {
        if (GatewayTopic.Parse(root, topic)?.Below is not ["up", .. var rest])
        {
            return [];
        }

        try
        {
            return rest switch
            {
                ["media", var sha] => [_media.Whole(topic, sha, payload.Span, at)],
                ["media", var sha, var part] when int.TryParse(part, out int number) => _media.Part(topic, sha, number, payload, at) is { } line ? [line] : [],
                ["manifest"] => [Single(payload, document => ManifestReader.Manifest(topic, document, at))],
                ["reply"] => [Single(payload, document => ManifestReader.Reply(topic, document, at))],
                ["batch"] or ["alarm" or "event" or "telemetry", _, _] => Readings(topic, payload, at),
                _ => [],
            };
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            Unreadable++;
            return [];
        }
    }

    private static ReceivedLine Single(ReadOnlyMemory<byte> payload, Func<JsonElement, ReceivedLine> read)
    {
        using var document = JsonDocument.Parse(Plain(payload));
        return read(document.RootElement);
    }

    private static List<ReceivedLine> Readings(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset at)
    {
        using var document = JsonDocument.Parse(Plain(payload));
        JsonElement whole = document.RootElement;
        if (whole.ValueKind != JsonValueKind.Array)
        {
            return [ReadingReader.Read(topic, whole, at)];
        }

        return whole.GetArrayLength() <= MostReadings
            ? [.. whole.EnumerateArray().Select(item => ReadingReader.Read(topic, item, at))]
            : throw new InvalidDataException("a batch of too many readings");
    }

    private static ReadOnlyMemory<byte> Plain(ReadOnlyMemory<byte> payload)
    {
        ReadOnlyMemory<byte> plain = payload.Span is [0x1F, 0x8B, ..] ? Unpack(payload) : payload;
        return plain.Length <= MostUnpacked ? plain : throw new InvalidDataException("a message of too many bytes");
    }

    /// <summary>Stops at the limit, however much more a small message would become.</summary>
    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed)
    {
        using var source = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var target = new MemoryStream();
        var piece = new byte[81920];
        int got;
        while (target.Length <= MostUnpacked && (got = source.Read(piece)) > 0)
        {
            target.Write(piece, 0, got);
        }

        return target.ToArray();
    }
}
