using EdgeGateway.Protocol.Privacy;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Where a service says that it is. A kiosk often names itself <c>localhost</c>, and compares the Host header with that text.</summary>
/// <param name="Name">Last part of the path: letters, digits, points, hyphens and underlines, at most 64.</param>
/// <param name="Host">As written, without brackets.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Path">As written, with its first and, where it had one, its last slash.</param>
/// <param name="IsTls">True for <c>wss</c>.</param>
public sealed record XfsServiceAddress(string Name, string Host, int Port, string Path, bool IsTls)
{
    private const int Longest = 256;
    private const int LongestName = 64;
    private const string Root = "/xfs4iot/";

    /// <summary>As the service writes it: host and port.</summary>
    public string HostHeader => $"{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}";

    /// <returns>Null for what is no address of a service: another scheme, a login, a query, another path, or a name, of the service or of its host, that could be a person's.</returns>
    public static XfsServiceAddress? Parse(string? text)
    {
        if (text is null || text.Length > Longest || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsPlain(text, uri))
        {
            return null;
        }

        string path = text[text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        string name = path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
        bool isNamed = path.StartsWith(Root, StringComparison.OrdinalIgnoreCase) && name.Length is > 0 and <= LongestName && IsNobodys(path) && IsNobodys(uri, text);
        return isNamed ? new XfsServiceAddress(name, uri.Host.Trim('[', ']'), uri.Port, path, uri.Scheme == "wss") : null;
    }

    /// <param name="reached">Name or address at which the publisher answered.</param>
    /// <param name="isKnown">True when the gateway can find <see cref="Host"/> by itself.</param>
    /// <returns>Where to connect. What a kiosk calls itself means the gateway here: then it is where its publisher was, and the path and Host header stay.</returns>
    public XfsDial Dial(string reached, bool isKnown) => new(isKnown && !IsLoopback ? Host : reached, Port, Path, HostHeader, IsTls);

    /// <summary>True for what means the machine itself, or any.</summary>
    public bool IsLoopback => Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || Host.StartsWith("127.", StringComparison.Ordinal) || Host is "::1" or "0.0.0.0" or "::";

    /// <summary>Each step by itself, for a slash is a letter of encoded data; digits over all of them, for a number may be split.</summary>
    private static bool IsNobodys(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).All(step => ScrubbedText.IsClean(step, Longest))
        && Enumerable.Range(0, path.Length).All(at => NumberRun.End(path, at) is null);

    /// <summary>An address is nobody's as long as it was written as one; a number alone is made one.</summary>
    private static bool IsNobodys(Uri uri, string text) => uri.HostNameType switch
    {
        UriHostNameType.IPv6 => true,
        UriHostNameType.IPv4 => text.Contains($"://{uri.Host}", StringComparison.Ordinal),
        _ => uri.Host.Split('.').All(label => ScrubbedText.IsClean(label, Longest)),
    };

    private static bool IsPlain(string text, Uri uri) => uri.Scheme is "ws" or "wss" && uri.Host.Length > 0 && uri.Port is > 0 and <= ushort.MaxValue
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ':' or '/' or '.' or '-' or '_' or '[' or ']')
        && text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3) > 0 && !text.Contains("..", StringComparison.Ordinal);
}

/// <param name="Host">Name or address to connect to.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Path">As the publisher gave it.</param>
/// <param name="HostHeader">What the service compares.</param>
/// <param name="IsTls">True for <c>wss</c>.</param>
public sealed record XfsDial(string Host, int Port, string Path, string HostHeader, bool IsTls);
