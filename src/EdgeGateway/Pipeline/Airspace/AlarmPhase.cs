using System.Text.Json.Serialization;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>How far an alarm has come on its way out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlarmPhase>))]
internal enum AlarmPhase
{
    /// <summary>Its begin may not be on disk.</summary>
    Beginning,

    /// <summary>Its begin is on disk, and nothing more is to be told.</summary>
    Standing,

    /// <summary>Its end may not be on disk.</summary>
    Ending,

    /// <summary>All is told.</summary>
    Over,
}
