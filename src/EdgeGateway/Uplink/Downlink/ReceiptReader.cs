using System.Text.Json;
using EdgeGateway.Uplink.Confirmation;

namespace EdgeGateway.Uplink.Downlink;

/// <summary>Reads a receipt; what it says is judged by <see cref="ReceiptDesk"/>.</summary>
public static class ReceiptReader
{
    public const int MostBytes = 64 * 1024;

    /// <summary>Ranges of missing numbers. A platform that misses more says a smaller <c>upTo</c>.</summary>
    public const int MostRanges = 4096;

    private const int LongestEpoch = 64;

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
            _ => null,
        };
        return fault is null ? receipt : null;
    }

    private static Receipt? Of(JsonElement receipt) =>
        JsonMember.Text(receipt, "epoch") is { Length: > 0 and <= LongestEpoch } epoch
        && receipt.TryGetProperty("upTo", out var head) && JsonMember.Whole(head) is { } upTo
        && Ranges(receipt) is { } missing
            ? new Receipt(epoch, upTo, missing)
            : null;

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
