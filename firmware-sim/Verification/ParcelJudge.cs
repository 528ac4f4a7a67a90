using System.Text.Json;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what devices told of parcels against the records that came: every statement is in the parts of one record with what it said, and
/// parts of one record are of one parcel. Every record has versions without holes and one end.
/// </summary>
internal sealed class ParcelJudge(VerifyReport report, ParcelRecords records, Action<string> miss)
{
    private readonly Dictionary<(string Device, string NativeId), TruthLine> _promised = [];
    private readonly Dictionary<(string Device, string NativeId), string> _parcels = [];

    /// <returns>False when this is nothing that goes into records.</returns>
    public bool Takes(TruthLine line) => line.Kind == ParcelRecords.Kind && records.All.Count > 0;

    public void Add(TruthLine line, bool counts)
    {
        (string, string) key = (line.Device, line.NativeId);
        if (counts)
        {
            _promised.TryAdd(key, line);
        }

        if (line.Parcel is { } parcel)
        {
            _parcels[key] = parcel;
        }
    }

    public void Judge()
    {
        foreach (TruthLine line in _promised.Values)
        {
            Check(line);
        }

        foreach (ParcelRecord record in records.All)
        {
            if (record.Wrong() is { } why)
            {
                Altered($"parcel {record.Id}: {why}");
            }

            Mingled(record);
        }

        foreach (var (statement, places) in records.Places.Where(static found => found.Places.DistinctBy(static place => place.Record.Id).Count() > 1 && !IsNumber(found.Places)))
        {
            Altered($"{statement.Device} {statement.NativeId} is part of {places.Count} records");
        }

        Apart();
    }

    private void Check(TruthLine line)
    {
        report.Accepted++;
        report.Acknowledged += line.IsAcknowledged ? 1 : 0;
        report.Streamed += line.IsAcknowledged ? 0 : 1;
        var places = records.Of(line.Device, line.NativeId);
        if (places.Count == 0)
        {
            miss(line.Device);
            report.Note($"missing {line.Device} {line.NativeId} {line.Kind} told {line.At:O}");
            return;
        }

        report.Delivered++;
        if (PartCheck.Difference(line, places[0].Part, places[0].Record) is { } why)
        {
            Altered($"{line.Device} {line.NativeId} {why}");
        }
    }

    /// <summary>Statements of two parcels in one record.</summary>
    private void Mingled(ParcelRecord record)
    {
        string[] parcels = [.. record.Parts.Select(ParcelOf).OfType<string>().Distinct()];
        if (parcels.Length > 1)
        {
            report.Misjoined++;
            Altered($"parcel {record.Id} holds statements of {parcels.Length} parcels: {string.Join(", ", record.Parts.Select(part => $"{JsonPick.Text(part, "device")} {JsonPick.Text(part, "nativeId")} of {ParcelOf(part) ?? "?"}"))}");
        }
    }

    /// <summary>Statements of one parcel in two records.</summary>
    private void Apart()
    {
        var spread = records.All
            .SelectMany(record => record.Parts.Select(part => (Parcel: ParcelOf(part), record.Id)))
            .Where(static one => one.Parcel is not null).Distinct().GroupBy(static one => one.Parcel!).ToArray();
        report.Parcels = spread.Length;
        report.Records = records.All.Count;
        foreach (var parcel in spread.Where(static parcel => parcel.Count() > 1))
        {
            report.Apart++;
            report.Note($"apart {parcel.Key} is told of in {parcel.Count()} records: {string.Join(", ", parcel.Select(static one => one.Id))}");
        }
    }

    private string? ParcelOf(JsonElement part) => _parcels.GetValueOrDefault((JsonPick.Text(part, "device") ?? "", ParcelRecords.Told(JsonPick.Text(part, "nativeId") ?? "")));

    /// <summary>One number read twice is two statements.</summary>
    private static bool IsNumber(IReadOnlyList<(ParcelRecord Record, JsonElement Part)> places) => places.DistinctBy(static place => JsonPick.Text(place.Part, "nativeId")).Count() == places.Count;

    private void Altered(string what)
    {
        report.Altered++;
        report.Note("altered " + what);
    }
}
