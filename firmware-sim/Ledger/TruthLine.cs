using System.Text.Json.Serialization;

namespace EdgeGateway.Sim.Ledger;

/// <summary>One line of the truth ledger: what a device told, and what it was told in return.</summary>
public sealed record TruthLine
{
    /// <summary>Value of <see cref="Told"/> when the gateway answered 200.</summary>
    public const string Ok = "200";

    /// <summary>Value of <see cref="Told"/> when all bytes went into a connected stream, where the wire knows no acknowledgement.</summary>
    public const string Stream = "stream";

    /// <summary>Value of <see cref="Told"/> when no answer came; the gateway may or may not have it.</summary>
    public const string None = "none";

    /// <summary>Begins <see cref="NativeId"/> of a line that tells what got through of a vehicle whose link loses frames and acknowledges none.</summary>
    public const string Air = "air/";

    /// <summary>Begins <see cref="NativeId"/> of a line that tells what a kiosk told, or could make known.</summary>
    public const string Kiosk = "kiosk/";

    /// <summary>
    /// Begins <see cref="NativeId"/> of a line that tells what a device without a driver of its own measured: what the gateway calls it has a key that nobody else
    /// knows, so that it is known by what it says.
    /// </summary>
    public const string Sensor = "sensor/";

    /// <summary>Begins <see cref="NativeId"/> of a line that tells how something was for so long that whoever asks regularly has seen it.</summary>
    public const string Shown = "shown/";

    /// <summary>Begins <see cref="NativeId"/> of a line that tells what happened to a cabinet or its supply.</summary>
    public const string Cabinet = "cabinet/";

    /// <summary>Begins <see cref="NativeId"/> of a line that tells what a device heard from the gateway.</summary>
    public const string Heard = "heard/";

    /// <summary>Begins <see cref="NativeId"/> of a line that tells what a gateway did that it must never do.</summary>
    public const string Breach = "breach/";

    public required string Device { get; init; }

    /// <summary>The device's own identifier of the passage.</summary>
    public required string NativeId { get; init; }

    /// <summary>Plate without colour character and separators; empty when the device showed none, and for other kinds.</summary>
    public required string Plate { get; init; }

    public required int LaneNo { get; init; }

    /// <summary>The moment the device's text names, right or wrong; of other kinds the default, when none is told.</summary>
    public required DateTimeOffset Time { get; init; }

    public IReadOnlyList<TruthPicture> Pictures { get; init; } = [];

    /// <summary>Kind of the reading it becomes, for example <c>radio.position</c>; null for a passage of a vehicle.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    /// <summary>
    /// What the reading must say besides: dotted path below <c>data</c> to the text of the JSON value, such as
    /// <c>position.lat</c> to <c>23.1291</c>; an empty text means that the member is absent. Numbers are
    /// compared as numbers, those with decimals to the precision that is told.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Facts { get; init; }

    /// <summary>Another device through which the gateway heard the same; the reading may stand under either. Null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Also { get; init; }

    /// <summary>The parcel that it was told of, by the name that the plan of the line gives it; null for everything else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Parcel { get; init; }

    /// <summary><see cref="Ok"/>, <see cref="Stream"/>, <see cref="None"/>, or the HTTP status that ended the matter.</summary>
    public string Told { get; init; } = None;

    /// <summary>When it was told.</summary>
    public DateTimeOffset At { get; init; }

    public bool IsAcknowledged => Told == Ok;

    public bool IsAccepted => Told is Ok or Stream;
}
