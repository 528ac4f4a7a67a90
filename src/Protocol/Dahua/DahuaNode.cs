using System.Globalization;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>
/// One name of a message, from key=value lines or from JSON alike (plate-camera.md section 4.1). Asking a missing node gives
/// a missing node, so a path can be read without checking each step. Names are compared without letter case.
/// </summary>
public sealed class DahuaNode
{
    public static readonly DahuaNode Missing = new("");

    private OrderedDictionary<string, DahuaNode>? _children;
    private string? _value;

    internal DahuaNode(string name) => Name = name;

    /// <summary>As spelled on the wire; the index of a list's item.</summary>
    public string Name { get; }

    public bool Exists => !ReferenceEquals(this, Missing);

    /// <summary>True when the names of the children are indexes.</summary>
    public bool IsList { get; internal set; }

    /// <summary>The text as written; empty when there is none.</summary>
    public string Raw => _value ?? "";

    /// <summary>A long JSON text as UTF-8, for base64; empty for all else.</summary>
    public ReadOnlyMemory<byte> Long { get; internal set; }

    /// <summary>Text without the blanks around it, or null when there is none.</summary>
    public string? Text => _value?.Trim() is { Length: > 0 } text ? text : null;

    public bool HasChildren => _children is { Count: > 0 };

    /// <summary>Every child, in the order of the message.</summary>
    public IReadOnlyCollection<DahuaNode> Children => _children?.Values ?? (IReadOnlyCollection<DahuaNode>)[];

    /// <summary>The child of that name, or a missing node.</summary>
    public DahuaNode this[string name] => _children?.GetValueOrDefault(name) ?? Missing;

    /// <summary>The item of that index, or a missing node.</summary>
    public DahuaNode this[int index] => IsList ? this[index.ToString(CultureInfo.InvariantCulture)] : Missing;

    public bool Is(string word) => _value is not null && _value.AsSpan().Trim().Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text as a whole number, or null when it is none.</summary>
    public long? Whole() =>
        long.TryParse(_value, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long value) ? value : null;

    /// <summary>The text as a finite number, or null when it is none.</summary>
    public double? Number() =>
        double.TryParse(_value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    /// <summary>True or false as a word or a number, or null.</summary>
    public bool? Flag() => Text?.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    // The first of two equal names counts.
    internal void Say(string? value) => _value ??= value;

    internal bool Find(string name, out DahuaNode child)
    {
        child = Missing;
        return _children is not null && _children.TryGetValue(name, out child!);
    }

    internal DahuaNode Add(string name)
    {
        var child = new DahuaNode(name);
        (_children ??= new(StringComparer.OrdinalIgnoreCase)).Add(name, child);
        return child;
    }
}
