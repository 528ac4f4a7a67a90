using System.Buffers;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>The plate in a TargetFeature, which may also be words (plate-camera.md section 2.9).</summary>
/// <param name="Text">Normalised; <c>?</c> stands for one character.</param>
/// <param name="Colour">VIID code of a colour character in front of it, or null.</param>
public sealed record DispositionPlate(string Text, int? Colour)
{
    private const int LeastKnown = 3;
    private const int LongestForeign = 12;

    private static readonly SearchValues<char> s_foreign = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <returns>Null when it is no plate, or says too little of one.</returns>
    public static DispositionPlate? Read(string? feature)
    {
        var plate = PlateParser.Parse(feature, PlateContext.None);
        bool usable = plate.Outcome is PlateOutcome.Valid or PlateOutcome.Partial or PlateOutcome.Other || IsForeign(plate);
        return usable && plate.Text is { } text && text.Count(c => c != '?') >= LeastKnown ? new DispositionPlate(text, plate.PrefixColour) : null;
    }

    /// <summary>A plate of another country is looked for as it is written; words are not.</summary>
    private static bool IsForeign(PlateResult plate) =>
        plate.Outcome == PlateOutcome.Invalid
        && plate.Text is { Length: >= LeastKnown and <= LongestForeign } text
        && text.AsSpan().IndexOfAnyExcept(s_foreign) < 0
        && text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
