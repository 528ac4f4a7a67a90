using System.Text.Json;
using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>Reads a receipt; what it says is judged by <see cref="ReceiptDesk"/>.</summary>
public static class ReceiptReader
{
    /// <summary>Room for all ranges and all files that one receipt may name.</summary>
    public const int MostBytes = 512 * 1024;

    /// <summary>Ranges of missing numbers. A platform that misses more says a smaller <c>upTo</c>.</summary>
    public const int MostRanges = 4096;

    /// <summary>Files. A platform that has more says it in several receipts.</summary>
    public const int MostFiles = 4096;

    private const int LongestEpoch = 64;

    private const int HashDigits = 64;

    /// <param name="payload">As it came.</param>
    /// <param name="fault">Null when it could be read, otherwise a short fixed reason.</param>
    public static Receipt? Read(ReadOnlyMemory<byte> payload, out string? fault)
    {
        if (payload.Length > MostBytes)
        {
            fault = "receipt-too-large";
            return null;
        }

        var receipt = JsonMember.OfObject(payload, Of);
        fault = receipt switch
        {
            null => "receipt-garbled",
            { Missing.Count: > MostRanges } => "receipt-too-many-ranges",
            { Media.Count: > MostFiles } => "receipt-too-many-files",
            _ => null,
        };
        return fault is null ? receipt : null;
    }

    private static Receipt? Of(JsonElement receipt) => Files(receipt) is { } files
        ? files.Count > 0 && SaysNothingOfReadings(receipt) ? new Receipt("", 0, []) { Media = files } : OfReadings(receipt, files)
        : null;

    private static bool SaysNothingOfReadings(JsonElement receipt) =>
        !receipt.TryGetProperty("epoch", out _) && !receipt.TryGetProperty("upTo", out _) && !receipt.TryGetProperty("missing", out _);

    private static Receipt? OfReadings(JsonElement receipt, List<string> files) =>
        JsonMember.Text(receipt, "epoch") is { Length: > 0 and <= LongestEpoch } epoch
        && receipt.TryGetProperty("upTo", out var head) && JsonMember.Whole(head) is { } upTo
        && Ranges(receipt) is { } missing
            ? new Receipt(epoch, upTo, missing) { Media = files }
            : null;

    /// <returns>Null when it is there and is not a list of hashes.</returns>
    private static List<string>? Files(JsonElement receipt)
    {
        var files = new List<string>();
        if (!receipt.TryGetProperty("media", out var media) || media.ValueKind == JsonValueKind.Null)
        {
            return files;
        }

        if (media.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var file in media.EnumerateArray().Take(MostFiles + 1))
        {
            if (file.ValueKind != JsonValueKind.String || file.GetString() is not { Length: HashDigits } sha256 || !sha256.All(char.IsAsciiHexDigitLower))
            {
                return null;
            }

            files.Add(sha256);
        }

        return files;
    }

    /// <returns>Null when it is there and is not a list of pairs: then nobody knows what is missing.</returns>
    private static List<(long First, long Last)>? Ranges(JsonElement receipt)
    {
        var ranges = new List<(long First, long Last)>();
        if (!receipt.TryGetProperty("missing", out var missing) || missing.ValueKind == JsonValueKind.Null)
        {
            return ranges;
        }

        if (missing.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var range in missing.EnumerateArray().Take(MostRanges + 1))
        {
            if (range.ValueKind != JsonValueKind.Array || range.GetArrayLength() != 2
                || JsonMember.Whole(range[0]) is not { } first || JsonMember.Whole(range[1]) is not { } last)
            {
                return null;
            }

            ranges.Add((first, last));
        }

        return ranges;
    }
}
