namespace EdgeGateway.Protocol.Plates;

/// <summary>A plate text after normalisation (plate-camera.md sections 5.2 to 5.4).</summary>
public sealed record PlateResult
{
    public required PlateOutcome Outcome { get; init; }

    /// <summary>Normalised text, with <c>?</c> for unread characters; null with <c>NoPlate</c> and <c>Unread</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Class of section 5.2, or the kind of an <c>Other</c>: <c>YARD</c>, <c>PORT</c>, <c>TEMP_ENTRY</c>, <c>TEMP_PAPER</c>.</summary>
    public string? Class { get; init; }

    /// <summary>Why <c>Invalid</c>: <c>not Chinese</c>, <c>letter I or O</c>, <c>length</c>, <c>pattern</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>VIID colour of a prefix that stood in front of the plate, or null.</summary>
    public int? PrefixColour { get; init; }

    /// <summary>Text with I and O read as 1 and 0 in serial places, when that makes a plate; never put in place of <see cref="Text"/>.</summary>
    public string? Candidate { get; init; }

    /// <summary><c>OCR_IO</c>, <c>SUFFIX_RESTORED</c>, <c>LEGACY_O</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The outcome as it stands in a reading.</summary>
    public string OutcomeWord => Outcome switch
    {
        PlateOutcome.Valid => "VALID",
        PlateOutcome.Partial => "PARTIAL",
        PlateOutcome.NoPlate => "NO_PLATE",
        PlateOutcome.Unread => "UNREAD",
        PlateOutcome.Other => "OTHER",
        _ => "INVALID",
    };
}
