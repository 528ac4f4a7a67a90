using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Text.Json;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Takes a batch apart (contract section 2); gzip is recognised by its first two bytes, whatever was announced.</summary>
public static class BatchReader
{
    /// <summary>What a batch may unpack to; a larger one is refused before it fills the memory.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <param name="payload">Payload of the message.</param>
    /// <param name="readings">The events byte for byte as they were put in, in order.</param>
    /// <returns>False when it is no batch, is damaged, or unpacks to more than <see cref="MostBytes"/>.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> payload, [NotNullWhen(true)] out IReadOnlyList<ReadOnlyMemory<byte>>? readings)
    {
        try
        {
            readings = Unpack(payload) is { } text ? Split(text) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            readings = null;
        }

        return readings is not null;
    }

    private static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> payload)
    {
        if (payload.Span is not [0x1F, 0x8B, ..])
        {
            return payload.Length <= MostBytes ? payload : null;
        }

        using var packed = new MemoryStream(payload.ToArray(), writable: false);
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var text = new MemoryStream();
        var piece = new byte[64 * 1024];
        int read;
        while ((read = gzip.Read(piece)) > 0)
        {
            text.Write(piece, 0, read);
            if (text.Length > MostBytes)
            {
                return null;
            }
        }

        return text.ToArray();
    }

    private static List<ReadOnlyMemory<byte>>? Split(ReadOnlyMemory<byte> text)
    {
        var readings = new List<ReadOnlyMemory<byte>>();
        var json = new Utf8JsonReader(text.Span);
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
        {
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            int start = (int)json.TokenStartIndex;
            json.Skip();
            readings.Add(text[start..(int)json.BytesConsumed]);
        }

        return json.TokenType == JsonTokenType.EndArray && !json.Read() ? readings : null;
    }
}
