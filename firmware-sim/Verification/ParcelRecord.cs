using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>Every version of one parcel's record that came, by its number.</summary>
internal sealed class ParcelRecord(string id)
{
    private readonly SortedDictionary<long, JsonElement> _versions = [];

    public string Id => id;

    /// <summary>What holds in the end.</summary>
    public JsonElement Last => _versions.Values.Last();

    public IEnumerable<JsonElement> Parts => JsonPick.Member(Last, "parts") is { ValueKind: JsonValueKind.Array } parts ? parts.EnumerateArray() : [];

    /// <returns>False when the version was there already and said something else.</returns>
    public bool Add(long version, JsonElement data) => _versions.TryAdd(version, data) || JsonElement.DeepEquals(_versions[version], data);

    /// <returns>What is wrong with the record as a whole; null when nothing is.</returns>
    public string? Wrong()
    {
        long[] versions = [.. _versions.Keys];
        if (!versions.SequenceEqual(Enumerable.Range(1, versions.Length).Select(static version => (long)version)))
        {
            return $"versions {string.Join(", ", versions)}";
        }

        if (!IsFinal(Last))
        {
            return $"version {versions[^1]} is the last and not final";
        }

        // An end that was not the end is only one that says so behind it.
        bool reopened = JsonPick.Member(Last, "flags") is { ValueKind: JsonValueKind.Array } flags && flags.EnumerateArray().Any(static flag => flag.ValueEquals("REOPENED"));
        return !reopened && _versions.Values.Count(IsFinal) > 1 ? $"{_versions.Values.Count(IsFinal)} versions are final" : null;
    }

    private static bool IsFinal(JsonElement data) => JsonPick.Member(data, "final").ValueKind == JsonValueKind.True;
}
