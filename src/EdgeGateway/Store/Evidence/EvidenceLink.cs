using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EdgeGateway.Store.Evidence;

/// <summary>
/// One link of the evidence chain: what a reading said and which files came with it, bound to everything before it.
/// <c>hash = SHA-256(previous hash, number as 8 bytes big-endian, about in UTF-8)</c>; before the first link stand 32 zeros.
/// </summary>
/// <param name="Number">From 1 without holes.</param>
/// <param name="Hash">Of this link, 32 bytes.</param>
/// <param name="About">See <see cref="EvidenceText"/>.</param>
/// <param name="Position">Place of the reading in the store.</param>
internal readonly record struct EvidenceLink(long Number, byte[] Hash, string About, long Position)
{
    public static readonly byte[] Beginning = new byte[SHA256.HashSizeInBytes];

    /// <returns>True when this follows a link with that hash.</returns>
    public bool Follows(ReadOnlySpan<byte> previous) => HashOf(previous, Number, System.Text.Encoding.UTF8.GetBytes(About)).AsSpan().SequenceEqual(Hash);

    public static byte[] HashOf(ReadOnlySpan<byte> previous, long number, ReadOnlySpan<byte> about)
    {
        Span<byte> place = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(place, number);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        hash.AppendData(place);
        hash.AppendData(about);
        return hash.GetHashAndReset();
    }
}
