using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model;

/// <summary>The <c>data</c> of a reading: what every kind has, plus what the kind adds.</summary>
public abstract record ReadingBody
{
    /// <summary>The kind as it stands in topic and type, for example <c>plate.read</c>.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>True for what did not happen where the device stands: the site's place says nothing about it.</summary>
    [JsonIgnore]
    public virtual bool IsElsewhere => false;

    /// <summary>Where it happened, when known.</summary>
    public GeoPosition? Position { get; init; }

    /// <summary>Pictures and files that belong to it, in the device's order.</summary>
    public IReadOnlyList<MediaRef>? Media { get; init; }

    /// <summary>What had to be repaired or doubted, as upper-case words; open set.</summary>
    public IReadOnlyList<string>? Flags { get; init; }

    /// <summary>What the device itself calls this reading.</summary>
    public SourceInfo? Source { get; init; }
}
