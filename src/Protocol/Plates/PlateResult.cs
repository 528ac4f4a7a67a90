using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Protocol.Plates;

/// <summary>A plate text after normalisation (plate-camera.md sections 5.2 to 5.4).</summary>
public sealed record PlateResult
{
    public required PlateOutcome Outcome { get; init; }

    /// <summary>Normalised text, with <c>?</c> for unread characters; null with <c>NoPlate</c> and <c>Unread</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Class of section 5.2, or <c>OTHER</c>; null with a mask that fits several classes.</summary>
    public string? Class { get; init; }

    /// <summary>Kind of an <c>Other</c>: <c>yard</c>, <c>port</c>, <c>paper</c>, <c>temporary-entry</c>.</summary>
    public string? OtherKind { get; init; }

    /// <summary>Why <c>Invalid</c>: <c>not Chinese</c>, <c>letter I or O</c>, <c>length</c>, <c>pattern</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>VIID colour of a prefix that stood in front of the plate, or null.</summary>
    public int? PrefixColour { get; init; }

    /// <summary>Text with I and O read as 1 and 0 in serial places, when that makes a plate; never put in place of <see cref="Text"/>.</summary>
    public string? Candidate { get; init; }

    /// <summary><c>OCR_IO</c>, <c>SUFFIX_RESTORED</c>, <c>LEGACY_O</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>The plate as it stands in a reading; the driver adds confidences, class and the like.</summary>
    /// <param name="raw">Exactly what the device wrote.</param>
    /// <param name="colour">VIID colour that the device names beside the text; null when it names none.</param>
    /// <remarks>A colour of the field that says nothing (99) gives way to a prefix.</remarks>
    public PlateInfo ToInfo(string raw, int? colour)
    {
        bool prefixed = colour is null or PlateColours.Other && PrefixColour is not null;
        int? known = prefixed ? PrefixColour : colour;
        var doubts = PlateDoubts.Of(this, colour);
        return new PlateInfo
        {
            Raw = raw,
            Text = Text,
            Outcome = OutcomeWord,
            Class = Class,
            OtherKind = OtherKind,
            Reason = Reason,
            PlateClass = PlateClasses.Of(this, known),
            Colour = known,
            ColourSource = known is null ? null : prefixed ? "prefix" : "field",
            Candidate = Candidate,
            Doubts = doubts.Count > 0 ? doubts : null,
        };
    }

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
