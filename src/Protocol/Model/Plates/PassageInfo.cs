using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Plates;

/// <summary>Which passage of which vehicle a reading belongs to, when several readings can be of one (plate-camera.md section 7, Dedupe).</summary>
public sealed record PassageInfo
{
    /// <summary>Same for all readings of one passage: 32 lower-case hex digits, derived from what the devices said, so that repeats and restarts give the same one.</summary>
    public required string Id { get; init; }

    /// <summary>From 1; grows with each part that the device sends of its reading, plate first and pictures later.</summary>
    public int Version { get; init; } = 1;

    /// <summary>False while the device has announced more of this reading, true on what it says is the last; absent when it does not send in parts. A final one counts before any version.</summary>
    public bool? Final { get; init; }

    /// <summary>Earlier readings of the same passage, oldest first, at most eight; absent when this is the first that is known.</summary>
    public IReadOnlyList<PassageLink>? Links { get; init; }
}

/// <summary>Another reading of the same passage.</summary>
/// <param name="Device">Device id.</param>
/// <param name="NativeId">The device's own identifier of that reading; absent when it has none.</param>
/// <param name="Time">When it was captured; only where there is no identifier.</param>
public sealed record PassageLink(string Device, string? NativeId = null, [property: JsonConverter(typeof(UtcMilliseconds))] DateTimeOffset? Time = null);
