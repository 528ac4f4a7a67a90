namespace EdgeGateway.Sim.Cameras;

/// <summary>Reads the parameters of an <c>Authorization: Digest</c> header (RFC 7616), quoted or not.</summary>
public static class DigestHeader
{
    /// <returns>Parameters by lower-case name; null when the scheme is another.</returns>
    public static IReadOnlyDictionary<string, string>? Read(string? header)
    {
        if (header is null || !header.StartsWith("Digest ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        ReadOnlySpan<char> rest = header.AsSpan(7);
        while (rest.IndexOf('=') is var equals and > 0)
        {
            string name = rest[..equals].Trim(", \t").ToString().ToLowerInvariant();
            rest = rest[(equals + 1)..].TrimStart();
            bool quoted = rest is ['"', ..];
            int end = quoted ? rest[1..].IndexOf('"') + 1 : rest.IndexOf(',');
            end = end <= 0 ? rest.Length : end;
            found[name] = rest[(quoted ? 1 : 0)..end].Trim().ToString();
            rest = rest[Math.Min(rest.Length, quoted ? end + 1 : end)..];
        }

        return found;
    }
}
