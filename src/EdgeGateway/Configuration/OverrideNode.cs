namespace EdgeGateway.Configuration;

/// <summary>One level of the names of overriding environment variables.</summary>
internal sealed class OverrideNode
{
    /// <summary>Set on the last level of a variable's name.</summary>
    public string? Value { get; set; }

    /// <summary>Name of the variable that made this level, for findings.</summary>
    public required string Variable { get; init; }

    public SortedDictionary<string, OverrideNode> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether every level below is an index: then what is missing in the file becomes a list.</summary>
    public bool IsList => Children.Count > 0 && Children.Keys.All(name => IndexOf(name) is not null);

    /// <returns>The index a level means, or null when it is a name.</returns>
    public static int? IndexOf(string name) =>
        name.Length is > 0 and <= 4 && name.All(char.IsAsciiDigit) ? int.Parse(name, System.Globalization.CultureInfo.InvariantCulture) : null;
}
