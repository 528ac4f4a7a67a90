using System.IO.Compression;
using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Reads what a gateway publishes, from the contract alone and with none of the gateway's code: readings, batches
/// (gzip by its magic bytes), pictures in one piece or in parts.
/// </summary>
/// <param name="root">Topic root, default <c>edge/v1</c>.</param>
public sealed class MessageDecoder(string root)
{
    private const int MostUnpacked = 64 * 1024 * 1024;
    private readonly MediaAssembler _media = new();

    /// <summary>Messages below the root that could not be read.</summary>
    public long Unreadable { get; private set; }

    /// <returns>What the message holds; nothing for topics that carry neither readings nor pictures.</returns>
    public IReadOnlyList<ReceivedLine> Decode(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset at)
    {
        // {root}/{shard}/{site}/{gw}/up/...
        if (!topic.StartsWith(root + "/", StringComparison.Ordinal) || topic[(root.Length + 1)..].Split('/') is not [_, _, _, "up", .. var rest])
        {
            return [];
        }

        try
        {
            return rest switch
            {
                ["media", var sha] => [_media.Whole(topic, sha, payload.Span, at)],
                ["media", var sha, var part] when int.TryParse(part, out int number) => _media.Part(topic, sha, number, payload, at) is { } line ? [line] : [],
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

    private static List<ReceivedLine> Readings(string topic, ReadOnlyMemory<byte> payload, DateTimeOffset at)
    {
        using var document = JsonDocument.Parse(payload.Span is [0x1F, 0x8B, ..] ? Unpack(payload) : payload);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(item => ReadingReader.Read(topic, item, at))]
            : [ReadingReader.Read(topic, document.RootElement, at)];
    }

    private static ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed)
    {
        using var source = new GZipStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        using var target = new MemoryStream();
        var piece = new byte[81920];
        int got;
        while ((got = source.Read(piece)) > 0)
        {
            target.Write(piece, 0, got);
            if (target.Length > MostUnpacked)
            {
                throw new InvalidDataException("a batch of more than 64 MiB");
            }
        }

        return target.ToArray();
    }
}
