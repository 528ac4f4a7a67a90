using System.Text.Json;

namespace EdgeGateway.Sim.Verification;

/// <summary>The records of parcels among what was received, and where each device's statement went.</summary>
internal sealed class ParcelRecords
{
    public const string Kind = "parcel.inspection";

    private readonly Dictionary<string, ParcelRecord> _records = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Device, string NativeId), List<(ParcelRecord Record, JsonElement Part)>> _places = [];

    /// <param name="readings">Everything that came; other kinds are passed over.</param>
    /// <param name="report">Told of what contradicts itself.</param>
    public ParcelRecords(IEnumerable<ReceivedLine> readings, VerifyReport report)
    {
        foreach (ReceivedLine reading in readings)
        {
            if (reading is { Kind: Kind, Data: { } data } && JsonPick.Text(data, "recordId") is { } id && JsonPick.Number(data, "version") is { } version
                && !(_records.TryGetValue(id, out ParcelRecord? record) ? record : _records[id] = new ParcelRecord(id)).Add(version, data))
            {
                report.Altered++;
                report.Note($"altered parcel {id} version {version} came twice and is not the same");
            }
        }

        foreach (ParcelRecord record in _records.Values)
        {
            Place(record);
        }
    }

    public IReadOnlyCollection<ParcelRecord> All => _records.Values;

    public IEnumerable<((string Device, string NativeId) Statement, IReadOnlyList<(ParcelRecord Record, JsonElement Part)> Places)> Places =>
        _places.Select(static pair => (pair.Key, (IReadOnlyList<(ParcelRecord, JsonElement)>)pair.Value));

    /// <summary>A reader tells only the number; the gateway adds when it was heard, so of one number there may be several.</summary>
    public IReadOnlyList<(ParcelRecord Record, JsonElement Part)> Of(string device, string nativeId) => _places.GetValueOrDefault((device, nativeId)) ?? [];

    public static string Told(string nativeId) => nativeId.LastIndexOf('/') is var slash and > 0 && nativeId.Length - slash == 14 && nativeId.AsSpan(slash + 1).ContainsAnyExceptInRange('0', '9') is false ? nativeId[..slash] : nativeId;

    private void Place(ParcelRecord record)
    {
        foreach (JsonElement part in record.Parts)
        {
            if (JsonPick.Text(part, "device") is { } device && JsonPick.Text(part, "nativeId") is { } native)
            {
                (string, string) key = (device, Told(native));
                (_places.TryGetValue(key, out var known) ? known : _places[key] = []).Add((record, part));
            }
        }
    }
}
