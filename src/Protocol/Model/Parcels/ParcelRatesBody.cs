using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Parcels;

/// <summary>One hour of one station in numbers: what the three 100 % are judged by. Counts records by the hour in which they began.</summary>
public sealed record ParcelRatesBody : ReadingBody
{
    public const string KindName = "parcel.rates";

    [JsonIgnore]
    public override string Kind => KindName;

    public required ParcelStation Station { get; init; }

    /// <summary>Begin of the hour.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public required DateTimeOffset From { get; init; }

    /// <summary>Its end.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public required DateTimeOffset To { get; init; }

    public required int Parcels { get; init; }

    public required int Screened { get; init; }

    public required int Opened { get; init; }

    public required int RealName { get; init; }

    public required int Alarms { get; init; }

    /// <summary>Scans that were aborted or could not be read.</summary>
    public required int Unreadable { get; init; }

    /// <summary>From the first part of a record to its last; null without parcels.</summary>
    public double? MedianHandlingS { get; init; }
}
