using System.Globalization;
using System.Text.Json;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>Holds one statement of a parcel against the part that it became.</summary>
internal static class PartCheck
{
    private const string Unknown = "unknown";

    /// <summary>What only one device of a station tells, and what therefore stands in the record as it told it.</summary>
    private static readonly string[] s_shared = ["scan.uid", "scan.sequence"];

    /// <returns>The first difference in words; null when there is none.</returns>
    public static string? Difference(TruthLine line, JsonElement part, ParcelRecord record)
    {
        var facts = line.Facts ?? new Dictionary<string, string>();
        if (facts.TryGetValue("result", out string? result) && (JsonPick.Text(part, "result") ?? Unknown) != result)
        {
            return $"result: told {result}, received {JsonPick.Text(part, "result") ?? "nothing"}";
        }

        if (line.Time != default && !(JsonPick.Text(part, "time") is { } time && DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, out var at) && at.ToUnixTimeMilliseconds() == line.Time.ToUnixTimeMilliseconds()))
        {
            return $"time: told {line.Time:O}, received {JsonPick.Text(part, "time") ?? "nothing"}";
        }

        string? barcode = facts.GetValueOrDefault("parcel.id") ?? facts.GetValueOrDefault("barcodes.0");
        if (barcode is not null && JsonPick.Text(part, "barcode") != barcode)
        {
            return $"barcode: told {barcode}, received {JsonPick.Text(part, "barcode") ?? "nothing"}";
        }

        // A record of one statement says all of it; of several only what is nobody else's to say.
        bool alone = record.Parts.Count() == 1;
        var held = facts.Where(fact => alone || s_shared.Contains(fact.Key)).ToDictionary(fact => fact.Key, fact => fact.Value);
        return FactCheck.Difference(held, record.Last);
    }
}
