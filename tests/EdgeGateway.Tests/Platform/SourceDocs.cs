using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.House;

namespace EdgeGateway.Tests.Platform;

/// <summary>What the source says of its public types and members, as plain text: the descriptions of the schemas are not written twice.</summary>
internal static partial class SourceDocs
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal);

    private static readonly Dictionary<(string Type, string Member), string> s_members = [];

    static SourceDocs()
    {
        foreach (var file in Repository.Sources("src/Protocol/Model", "src/Protocol/Contract", "src/Protocol/Commands"))
        {
            Note(file.Text);
        }
    }

    public static string? Of(Type type) => s_types.TryGetValue(type.Name, out string? doc) ? Summary(doc, type) : null;

    /// <returns>Null where the source says nothing.</returns>
    public static string? Of(PropertyInfo member)
    {
        var type = member.DeclaringType!;
        return s_members.TryGetValue((type.Name, member.Name), out string? doc) && Summary(doc, type) is { } summary ? summary
            : s_types.TryGetValue(type.Name, out doc) && Regex.Match(doc, $"<param name=\"{member.Name}\">(.*?)</param>") is { Success: true } parameter ? Plain(parameter.Groups[1].Value, type)
            : null;
    }

    private static void Note(string text)
    {
        string type = string.Empty;
        string doc = string.Empty;
        foreach (string line in text.Split('\n').Select(static line => line.TrimEnd()))
        {
            string code = line.TrimStart();
            if (code.StartsWith("///", StringComparison.Ordinal))
            {
                doc += code[3..].Trim() + " ";
            }
            else if (!code.StartsWith('['))
            {
                type = TypeLine().Match(line) is { Success: true } found ? found.Groups[1].Value : type;
                _ = TypeLine().IsMatch(line) ? s_types.TryAdd(type, doc)
                    : MemberLine().Match(line) is { Success: true } member && doc.Length > 0 && s_members.TryAdd((type, member.Groups[1].Value), doc);
                doc = string.Empty;
            }
        }
    }

    private static string? Summary(string doc, Type type) => SummaryTag().Match(doc) is { Success: true } found ? Plain(found.Groups[1].Value, type) : null;

    /// <remarks>What is null in the source is absent on the wire.</remarks>
    private static string Plain(string xml, Type type)
    {
        string text = Aside().Replace(xml, string.Empty);
        text = Reference().Replace(text, found => Named(found.Groups[1].Value, type));
        text = Word().Replace(text, "`$1`").Replace("Null", "Absent", StringComparison.Ordinal).Replace(" null", " absent", StringComparison.Ordinal);
        return WebUtility.HtmlDecode(Spaces().Replace(Aside().Replace(text, string.Empty), " ").Trim());
    }

    /// <returns>The value of a constant, the values of a list of constants, or the name as JSON spells it.</returns>
    private static string Named(string cref, Type type)
    {
        string[] parts = cref.Split('.');
        var owner = parts.Length > 1 ? TypeOf(parts[^2]) : type;
        return owner?.GetField(parts[^1]) is { IsLiteral: true } constant ? $"`{constant.GetRawConstantValue()}`"
            : TypeOf(parts[^1]) is { IsAbstract: true, IsSealed: true } list && list.GetFields().Where(static field => field.IsLiteral).ToList() is { Count: > 0 } words
                ? string.Join(", ", words.Select(static word => $"`{word.GetRawConstantValue()}`"))
            : TypeOf(parts[^1]) is { } body && body.GetField("KindName") is { } kind ? $"`{kind.GetRawConstantValue()}`"
            : $"`{JsonNamingPolicy.CamelCase.ConvertName(parts[^1])}`";
    }

    private static Type? TypeOf(string name) => typeof(ReadingBody).Assembly.GetTypes().FirstOrDefault(type => type.IsPublic && type.Name == name);

    [GeneratedRegex("^public (?:sealed |abstract |static |partial )*(?:record|class) (\\w+)")]
    private static partial Regex TypeLine();

    [GeneratedRegex("^    public .*?(\\w+) \\{ get;")]
    private static partial Regex MemberLine();

    [GeneratedRegex("<summary>(.*?)</summary>")]
    private static partial Regex SummaryTag();

    // Sections of documents that a reader of the schemas does not have, and lists of words that stand in the text already.
    [GeneratedRegex("\\s*\\([^()]*\\bsections?\\b[^()]*\\)|\\s*\\(<see cref=\"\\w+Words\"/>\\)|<inheritdoc/>")]
    private static partial Regex Aside();

    [GeneratedRegex("<(?:see cref|paramref name|see langword)=\"([^\"]+)\"\\s*/>")]
    private static partial Regex Reference();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Word();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
