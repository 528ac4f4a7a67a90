namespace EdgeGateway.Tests.House;

/// <summary>One C# file.</summary>
internal sealed class SourceFile(string path, string text)
{
    private readonly Lazy<string> _code = new(() => CodeOnly.Of(text));

    /// <summary>From the root, with slashes.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>The same text with comments and the insides of strings blanked out; offsets and lines stay.</summary>
    public string Code => _code.Value;

    public int Lines => Text.Length == 0 ? 0 : Text.AsSpan().Count('\n') + (Text[^1] == '\n' ? 0 : 1);

    /// <summary>First folder below <c>src/EdgeGateway</c>, or null.</summary>
    public string? Room => Path.Split('/') is ["src", "EdgeGateway", var room, _, ..] ? room : null;

    public int LineAt(int offset) => Text.AsSpan(0, offset).Count('\n') + 1;
}
