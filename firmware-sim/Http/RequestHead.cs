using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>First line and headers of a request that has no body.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">As it stands in the request line.</param>
/// <param name="Headers">By lower-case name; the last one counts.</param>
public sealed record RequestHead(string Method, string Target, IReadOnlyDictionary<string, string> Headers)
{
    private const int Most = 16 * 1024;

    /// <returns>Null when the peer ended the link or does not speak HTTP.</returns>
    public static async Task<RequestHead?> ReadAsync(Stream stream, CancellationToken ct)
    {
        var bytes = new List<byte>(512);
        var one = new byte[1];
        while (bytes.Count < Most)
        {
            if (await stream.ReadAsync(one, ct).ConfigureAwait(false) == 0)
            {
                return null;
            }

            bytes.Add(one[0]);
            if (bytes.Count >= 4 && bytes[^1] == '\n' && bytes[^2] == '\r' && bytes[^3] == '\n')
            {
                return Parse(Encoding.ASCII.GetString([.. bytes]));
            }
        }

        return null;
    }

    private static RequestHead? Parse(string text)
    {
        string[] lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        string[] first = lines.Length == 0 ? [] : lines[0].Split(' ');
        if (first.Length != 3)
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon].Trim().ToLowerInvariant()] = line[(colon + 1)..].Trim();
            }
        }

        return new RequestHead(first[0], first[1], headers);
    }
}
