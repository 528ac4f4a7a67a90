using EdgeGateway.Protocol.Elements;
using EdgeGateway.Protocol.Text;

namespace EdgeGateway.Protocol.Onvif;

/// <summary>The body of a SOAP answer, by local names; prefixes differ with each vendor.</summary>
internal static class OnvifXml
{
    /// <summary>Answers are a few KB; longer ones are none.</summary>
    public const int Longest = 64 * 1024;

    /// <returns>The envelope, or a missing element when the bytes hold none.</returns>
    public static Element Envelope(ReadOnlySpan<byte> answer)
    {
        if (answer.Length > Longest)
        {
            return default;
        }

        string text = Charsets.Decode(answer, null).Text;
        int start = text.IndexOf('<', StringComparison.Ordinal);
        var tree = start < 0 ? null : new XmlScanner(text[start..]).Read();
        return tree is { Truncated: false } && tree.Root.IsNamed("Envelope") ? tree.Root : default;
    }

    /// <summary>Children of that name, at most so many; those of an answer are bounded by the reader of XML.</summary>
    public static IEnumerable<Element> Named(Element parent, string name, int most) =>
        (parent.Exists ? parent.Children() : []).Where(child => child.IsNamed(name)).Take(most);

    /// <summary>Words of a text between blanks, each of bounded length.</summary>
    public static IEnumerable<string> Words(Element element, int most) =>
        (element.Text ?? "").Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length <= 512).Take(most);

    /// <summary>A short text for a person: bounded, without control characters.</summary>
    public static string? Shown(string? text) =>
        text is null ? null : new string([.. text.Where(c => !char.IsControl(c)).Take(128)]) is { Length: > 0 } shown ? shown : null;
}
