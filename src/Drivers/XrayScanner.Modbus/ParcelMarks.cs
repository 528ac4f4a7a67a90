using System.Globalization;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>The marks of all units, as they are remembered over restarts.</summary>
public sealed class ParcelMarks
{
    private const char Separator = ';';
    private const char Of = '=';
    private const char Part = ':';

    private readonly SortedDictionary<string, ParcelMark> _marks = new(StringComparer.Ordinal);

    /// <param name="remembered">As <see cref="Write"/> gave it; what cannot be read is left out, and its unit begins anew.</param>
    public ParcelMarks(string? remembered)
    {
        foreach (string one in (remembered ?? string.Empty).Split(Separator))
        {
            if (one.Split(Of) is [var unit, var text] && Parse(text) is { } mark)
            {
                _marks[unit] = mark;
            }
        }
    }

    /// <returns>Null for a unit that was never seen.</returns>
    public ParcelMark? Find(string unit) => _marks.TryGetValue(unit, out var mark) ? mark : null;

    public void Set(string unit, ParcelMark mark) => _marks[unit] = mark;

    public string Write() => string.Join(Separator, _marks.Select(one =>
        FormattableString.Invariant($"{one.Key}{Of}{one.Value.Generation}{Part}{one.Value.Last}{Part}{one.Value.Operator}{Part}{one.Value.Decisions}{Labels(one.Value)}")));

    /// <remarks>Written only where there is something to say: marks of before have four fields.</remarks>
    private static string Labels(ParcelMark mark) => mark.Label is null && mark.Repeated is null ? string.Empty : $"{Part}{mark.Label}{Part}{mark.Repeated}";

    private static ParcelMark? Parse(string text) => text.Split(Part) switch
    {
        [.. { Length: 4 } four] => Parse(four),
        [.. { Length: 4 } four, var label, var repeated] when (label.Length == 0 || LabelDigest.IsOne(label)) && (repeated.Length == 0 || LabelDigest.IsOne(repeated)) =>
            Parse(four) is { } mark ? mark with { Label = label.Length > 0 ? label : null, Repeated = repeated.Length > 0 ? repeated : null } : null,
        _ => null,
    };

    private static ParcelMark? Parse(string[] fields) =>
        fields is [var generation, var last, var said, var count]
        && Whole(generation) is { } g && Whole(last) is { } l && Whole(said) is { } o and >= -1 and <= ushort.MaxValue && Whole(count) is { } c and >= 0 and <= int.MaxValue
            ? new ParcelMark(g, l, (int)o, (int)c)
            : null;

    private static long? Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;
}
