namespace EdgeGateway.Protocol.Dahua;

/// <summary>
/// A short answer of the camera's CGI: <c>OK</c>, <c>Error</c>, <c>result=...</c>, <c>found=N</c> with <c>items[n].Key</c> or
/// <c>records[n].Key</c> (plate-camera.md section 4.3).
/// </summary>
public sealed class CgiReply
{
    /// <summary>What is read of an answer; 64 items of a search are about 40 KB.</summary>
    public const int Longest = 512 * 1024;

    private CgiReply(DahuaNode root, bool ok, int junk) => (Root, IsOk, JunkLines) = (root, ok, junk);

    public DahuaNode Root { get; }

    /// <summary>True for the bare word <c>OK</c>.</summary>
    public bool IsOk { get; }

    /// <summary>Lines that say nothing.</summary>
    public int JunkLines { get; }

    /// <summary>Value of <c>result</c>, or null.</summary>
    public string? Result => Root["result"].Text;

    /// <summary>How many it says it found, or null when it says nothing.</summary>
    public int? Found => Root["found"].Whole() is { } found and >= 0 and <= 100_000 ? (int)found : null;

    /// <summary>What it found, of either name, in its order.</summary>
    public IEnumerable<DahuaNode> Items => Root["items"].Children.Concat(Root["records"].Children).Where(item => item.HasChildren);

    public static CgiReply Read(ReadOnlySpan<byte> body)
    {
        body = body.Length > Longest ? body[..Longest] : body;
        string text = Text.Charsets.Decode(body, null).Text;
        var root = KeyValueText.Read(text, out int junk, out _);
        return new CgiReply(root, text.AsSpan().Trim().Equals("OK", StringComparison.OrdinalIgnoreCase), junk);
    }

    /// <returns>True when a text looks like an answer of this sort.</returns>
    public static bool Looks(ReadOnlySpan<byte> body)
    {
        body = body.TrimStart(" \t\r\n"u8);
        return body.StartsWith("found="u8) || body.StartsWith("result="u8) || body.StartsWith("items["u8) || body.StartsWith("records["u8);
    }
}
