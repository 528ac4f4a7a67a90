using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Protocol.HotList;

/// <summary>Shows that every part of a list has come, in order: SHA-256 over the ids of all its entries, each in UTF-8 and followed by a line feed.</summary>
public sealed class HotListDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string id) => _hash.AppendData(Encoding.UTF8.GetBytes(id + "\n"));

    /// <returns>64 lower-case hex digits; the digest begins anew.</returns>
    public string End() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
