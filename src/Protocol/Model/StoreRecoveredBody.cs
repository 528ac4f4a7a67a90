using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model;

/// <summary>A damaged store was set aside and what could be read was carried over into a new one (contract sections 2 and 3).</summary>
public sealed record StoreRecoveredBody : ReadingBody
{
    public const string KindName = "store.recovered";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Folder of the damaged store below the store's own, for example <c>damaged/20261122T033200Z-row-checksum</c>.</summary>
    public required string SetAside { get; init; }

    /// <summary>How the damage showed itself, in a few words.</summary>
    public required string Cause { get; init; }

    /// <summary>Epoch that ended; absent when nothing told it.</summary>
    public string? FromEpoch { get; init; }

    /// <summary>Epoch that began.</summary>
    public required string ToEpoch { get; init; }

    /// <summary>Last number that the ended epoch gave; 0 when nothing told it.</summary>
    public required long FromEpochHead { get; init; }

    /// <summary>Readings that waited for delivery and were carried over, with their old epoch and number.</summary>
    public required long Recovered { get; init; }

    /// <summary>Readings that waited for delivery and could not be read; gap readings name their numbers.</summary>
    public required long Lost { get; init; }

    /// <summary>False when every record of how many waited was damaged too: then <see cref="Lost"/> is what is known, not what is.</summary>
    public required bool LostIsExact { get; init; }

    /// <summary>Parked readings carried over.</summary>
    public required long ParkedRecovered { get; init; }

    /// <summary>Parked readings that could not be read.</summary>
    public required long ParkedLost { get; init; }

    /// <summary>Pictures and files that wait still.</summary>
    public required long MediaRecovered { get; init; }

    /// <summary>Pictures and files that are gone.</summary>
    public required long MediaLost { get; init; }

    /// <summary>Records of parcels that are kept still.</summary>
    public long ParcelsRecovered { get; init; }

    /// <summary>Records of parcels that could not be read: what comes for these begins a record of its own.</summary>
    public long ParcelsLost { get; init; }
}
