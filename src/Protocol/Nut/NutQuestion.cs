using System.Text;

namespace EdgeGateway.Protocol.Nut;

/// <summary>
/// Everything that is ever said to a NUT server, and nothing else: what would switch a UPS off (<c>FSD</c>, <c>SET</c>,
/// <c>INSTCMD</c>, <c>PRIMARY</c>) has no words here.
/// </summary>
public sealed record NutQuestion
{
    /// <summary>Most characters of a name, user or password.</summary>
    public const int LongestWord = 128;

    private NutQuestion(string text) => Text = text;

    /// <summary>The line without its end.</summary>
    public string Text { get; }

    /// <summary>The password does not stand in it; for logs.</summary>
    public override string ToString() => Text.Split(' ')[0];

    public static NutQuestion ListUps() => new("LIST UPS");

    public static NutQuestion ListVariables(string ups) => new($"LIST VAR {Word(ups)}");

    public static NutQuestion GetVariable(string ups, string variable) => new($"GET VAR {Word(ups)} {Word(variable)}");

    public static NutQuestion User(string name) => new($"USERNAME {Word(name)}");

    public static NutQuestion Password(string password) => new($"PASSWORD {Word(password)}");

    /// <summary>Counts us among those who depend on the UPS.</summary>
    public static NutQuestion Login(string ups) => new($"LOGIN {Word(ups)}");

    public static NutQuestion Logout() => new("LOGOUT");

    public byte[] Bytes() => Encoding.UTF8.GetBytes(Text + "\n");

    /// <summary>Whether it can stand in a question at all.</summary>
    public static bool IsWord(string word) => word.Length is > 0 and <= LongestWord && !word.Any(char.IsControl) && !word.Any(char.IsSurrogate);

    private static string Word(string word)
    {
        if (!IsWord(word))
        {
            throw new ArgumentException("1 to 128 characters without control characters", nameof(word));
        }

        return word.AsSpan().IndexOfAny(" \"\\#=") < 0 ? word : $"\"{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
