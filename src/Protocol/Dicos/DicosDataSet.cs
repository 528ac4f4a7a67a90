using System.Text;

namespace EdgeGateway.Protocol.Dicos;

/// <summary>Elements in the order of the file. What is asked for and not there is null; what is asked for as another kind of value too.</summary>
/// <param name="parent">The data set that this is an item of; it lends its character set.</param>
public sealed class DicosDataSet(DicosDataSet? parent)
{
    private readonly OrderedDictionary<DicosTag, DicosElement> _elements = [];

    public IReadOnlyList<DicosElement> Elements => _elements.Values;

    /// <summary>Value of (0008,0005) here or further out; null when none.</summary>
    public string? CharsetName => _elements.TryGetValue(DicosTags.Charset, out var own) ? Encoding.ASCII.GetString(own.Value.Span).TrimEnd(' ', '\0') : parent?.CharsetName;

    /// <summary>How text is read.</summary>
    public Encoding Charset => DicosCharset.Of(CharsetName) ?? DicosCharset.Ascii;

    /// <returns>False when the tag is there already.</returns>
    internal bool Add(DicosElement element) => _elements.TryAdd(element.Tag, element);

    public DicosElement? Find(DicosTag tag) => _elements.GetValueOrDefault(tag);

    /// <summary>The first value, without padding; null when absent or empty.</summary>
    public string? Text(DicosTag tag) => Texts(tag) is [{ Length: > 0 } first, ..] ? first : null;

    /// <summary>All values, empty ones too; none when absent or no text.</summary>
    public IReadOnlyList<string> Texts(DicosTag tag) => Find(tag) is { Items: null } element ? DicosValues.Texts(element, Charset) : [];

    /// <summary>The first number.</summary>
    public double? Number(DicosTag tag) => Numbers(tag) is [var first, ..] ? first : null;

    /// <summary>The first number, when it is a whole one within 32 bits.</summary>
    public int? Whole(DicosTag tag) => Number(tag) is { } value && value == Math.Floor(value) && value is >= int.MinValue and <= int.MaxValue ? (int)value : null;

    /// <summary>All numbers, binary or written as text; none when absent or none.</summary>
    public IReadOnlyList<double> Numbers(DicosTag tag) => Find(tag) is { Items: null } element ? DicosValues.Numbers(element) : [];

    public IReadOnlyList<DicosDataSet> Items(DicosTag tag) => Find(tag)?.Items ?? [];
}
