using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What one device told of a parcel, as it told it; the record is worked out from these and never the other way round.</summary>
public sealed record ToldPart
{
    public required string Device { get; init; }

    public required string Driver { get; init; }

    public required PartKind Kind { get; init; }

    /// <summary>By what a repeat is known; null when the device gives nothing.</summary>
    public string? Key { get; init; }

    public required DateTimeOffset Time { get; init; }

    public required TimeOrigin TimeFrom { get; init; }

    public required DateTimeOffset Received { get; init; }

    /// <summary>True when the record had been called final before.</summary>
    public bool Late { get; init; }

    /// <summary>
    /// True until a reading that names its files is on disk with them: the statement may be kept before. A repeat of such a part brings the files again.
    /// </summary>
    public bool Unstored { get; init; }

    public required ParcelInspectionBody Body { get; init; }

    public static ToldPart Of(Reading reading, PartKind kind) => new()
    {
        Device = reading.Device,
        Driver = reading.Driver,
        Kind = kind,
        Key = reading.RepeatKey ?? reading.Body.Source?.NativeId,
        Time = reading.Time,
        TimeFrom = reading.TimeFrom,
        Received = reading.Received,
        Unstored = reading.Attachments.Count > 0,
        Body = (ParcelInspectionBody)reading.Body,
    };
}
