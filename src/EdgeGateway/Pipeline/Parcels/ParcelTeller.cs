using System.Text.Json;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Store;
using EdgeGateway.Store.Parcels;
using EdgeGateway.Telemetry.Clock;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Writes records: as rows for the disk, and as readings for the platform.</summary>
internal sealed class ParcelTeller(ReadingEnvelope envelope, IClockJudge clock)
{
    public static ReadOnlyMemory<byte> Write(ToldParcel told) => JsonSerializer.SerializeToUtf8Bytes(told, ToldParcelJson.Default.ToldParcel);

    /// <returns>Null when it is no record of this program.</returns>
    public static ToldParcel? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, ToldParcelJson.Default.ToldParcel) is { Parts.Count: > 0 } told ? told : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Which part's time a reading bears, and whose device it goes out under: the first scan that decides, or what came first.</summary>
    public static ToldPart Speaker(ToldParcel told) =>
        told.Parts.FirstOrDefault(part => part.Device == told.Speaker && PartVerdict.OfMachine(part) is not null)
        ?? told.Parts.FirstOrDefault(part => part.Device == told.Speaker)
        ?? told.Parts.FirstOrDefault(static part => part.Kind == PartKind.Scan && PartVerdict.OfMachine(part) is not null)
        ?? told.Parts.FirstOrDefault(static part => part.Kind == PartKind.Scan)
        ?? told.Parts[0];

    /// <summary>One version of a record with the change of its row.</summary>
    /// <param name="told">The parts.</param>
    /// <param name="body">What they come to.</param>
    /// <param name="row">As it is on disk afterwards.</param>
    /// <param name="gone">Numbers of records that went over into this one.</param>
    /// <param name="attachments">Files of this version.</param>
    public PendingReading Pending(ToldParcel told, ParcelInspectionBody body, ParcelRow row, IReadOnlyList<long> gone, IReadOnlyList<Attachment> attachments)
    {
        var speaker = Speaker(told);
        var reading = new Reading
        {
            Device = speaker.Device,
            Driver = speaker.Driver,
            Lane = ParcelJudge.IsAlarm(body) ? Lane.Alarm : Lane.Event,
            Time = speaker.Time,
            TimeFrom = speaker.TimeFrom,
            Received = told.Parts.Max(static part => part.Received),
            Body = body with { Version = row.Version, Final = row.Final },
            Attachments = attachments,
        };
        return PendingReading.Of(clock.Now().On(reading), envelope) with { Parcel = new ParcelChange(row, gone) };
    }
}
