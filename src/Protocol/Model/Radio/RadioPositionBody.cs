using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>Where a radio was (pdt-radio.md sections 6, 10, 11). The place itself is <see cref="ReadingBody.Position"/>, in WGS-84, absent without a fix.</summary>
public sealed record RadioPositionBody : RadioBody
{
    public const string KindName = "radio.position";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Whether the receiver had a fix.</summary>
    public required bool FixValid { get; init; }

    /// <summary>The moment of the fix, corrected when the receiver lives 1024 weeks behind (flag <c>WEEK_ROLLOVER</c>); null when it told none.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? FixTime { get; init; }

    /// <summary>What it told, when that was corrected or could not be read.</summary>
    public string? FixTimeRaw { get; init; }

    /// <summary>Over ground; null when unknown.</summary>
    public double? SpeedKmh { get; init; }

    /// <summary>0 to 359.9, north 0, clockwise; null when unknown.</summary>
    public double? CourseDeg { get; init; }

    /// <summary>Above mean sea level; null when unknown.</summary>
    public double? AltitudeM { get; init; }

    /// <summary>With which the report was received, -240 to 0.</summary>
    public int? RssiDbm { get; init; }

    /// <summary>Used for the fix.</summary>
    public int? Satellites { get; init; }

    /// <summary>Horizontal dilution of precision.</summary>
    public double? Hdop { get; init; }

    /// <summary>Greatest error of the place as the receiver claims it.</summary>
    public double? ErrorM { get; init; }

    /// <summary>Why it was told: <c>request</c>, <c>triggered</c>, <c>condition</c>, <c>emergency</c>, <c>periodic</c> or what the terminal names.</summary>
    public required string Trigger { get; init; }

    /// <summary>Eight hex digits of the request that it answers; null where the wire has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The protocol's own result code, when it is not success.</summary>
    public int? Result { get; init; }
}
