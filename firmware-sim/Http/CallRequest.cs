using System.Text;

namespace EdgeGateway.Sim.Http;

/// <summary>One request of a device that is the client.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">Besides Host, Content-Length and Connection; written as they stand.</param>
/// <param name="Body">Perhaps empty.</param>
public sealed record CallRequest(string Method, string Target, IReadOnlyList<(string Name, string Value)> Headers, ReadOnlyMemory<byte> Body)
{
    /// <param name="authority">Value of Host.</param>
    public byte[] Head(string authority)
    {
        var text = new StringBuilder($"{Method} {Target} HTTP/1.1\r\nHost: {authority}\r\n");
        foreach ((string name, string value) in Headers)
        {
            text.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        // A GET with a length of nothing is odd; some servers refuse it.
        if (Method != "GET" || Body.Length > 0)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        }

        return Encoding.Latin1.GetBytes(text.Append("Connection: keep-alive\r\n\r\n").ToString());
    }
}
