namespace EdgeGateway.Protocol.HttpAuth;

/// <summary>The parts of a Digest response that the request brings along.</summary>
/// <param name="Method">HTTP method in capitals.</param>
/// <param name="Uri">Request target exactly as on the request line; a server passes the value exactly as received (section 2.2).</param>
/// <param name="Cnonce">Random text of the client, at least 8 characters.</param>
/// <param name="Count">How often this nonce has been used, from 1.</param>
/// <param name="Body">The request body; it counts only with auth-int.</param>
public readonly record struct DigestExchange(string Method, string Uri, string Cnonce, uint Count = 1, ReadOnlyMemory<byte> Body = default)
{
    /// <summary>The count as it is hashed and sent: eight hex digits.</summary>
    public string Nc => Count.ToString("x8", System.Globalization.CultureInfo.InvariantCulture);
}
