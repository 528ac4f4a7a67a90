using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>One event of a scanner, whichever vendor's channel brought it.</summary>
public sealed record InspectionEvent
{
    /// <summary>Flag of an event of which not everything came.</summary>
    public const string Cut = "EVENT_CUT";

    /// <summary>Flag of an event that was not well-formed: what could not be read is not known.</summary>
    public const string Repaired = "XML_REPAIRED";

    private readonly string _type = string.Empty;

    /// <summary>What the device calls events of this type; longer ones are cut to <see cref="TypePattern.Longest"/> characters.</summary>
    public required string Type
    {
        get => _type;
        init => _type = value.Length <= TypePattern.Longest ? value : value[..TypePattern.Longest];
    }

    /// <summary>What paths start at.</summary>
    public required BodyNode Body { get; init; }

    /// <summary>Channel from 1; null when not told.</summary>
    public int? Channel { get; init; }

    public IReadOnlyList<EventPicture> Pictures { get; init; } = [];

    /// <summary>Flags that its reader raised.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}
