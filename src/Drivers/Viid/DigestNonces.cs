using System.Buffers.Binary;
using System.Security.Cryptography;

namespace EdgeGateway.Drivers.Viid;

/// <summary>
/// Nonces of one peer: they carry their own age and proof of origin, so that challenges that nobody answers cost no memory. What
/// is remembered is what was answered with the right password. Safe to call from anywhere.
/// </summary>
/// <param name="time">Whose clock measures their age.</param>
/// <param name="life">How long one may be used, with a count that grows; without a count it is good once.</param>
internal sealed class DigestNonces(TimeProvider time, TimeSpan life)
{
    private const int MostUsed = 4096;
    private const int AgeBytes = 8;
    private const int SaltBytes = 8;
    private const int ProofBytes = 16;

    /// <summary>One for all peers: a client that knows Digest and not VIID says who it is only after the challenge.</summary>
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long Made, uint Count)> _used = new(StringComparer.Ordinal);

    public string Make()
    {
        Span<byte> nonce = stackalloc byte[AgeBytes + SaltBytes + ProofBytes];
        BinaryPrimitives.WriteInt64BigEndian(nonce, time.GetTimestamp());
        RandomNumberGenerator.Fill(nonce.Slice(AgeBytes, SaltBytes));
        Prove(nonce[..^ProofBytes], nonce[^ProofBytes..]);
        return Convert.ToHexStringLower(nonce);
    }

    /// <summary>Takes a nonce whose response was right.</summary>
    /// <param name="nonce">As received.</param>
    /// <param name="count">nc, or null when the answer has none.</param>
    /// <returns>False when it is not ours, too old, or was used with this count or a higher one.</returns>
    public bool Take(string nonce, uint? count)
    {
        if (Made(nonce) is not { } made || time.GetElapsedTime(made) > life)
        {
            return false;
        }

        lock (_gate)
        {
            bool used = _used.TryGetValue(nonce, out var before);
            if (used ? count is not { } next || next <= before.Count : IsFull())
            {
                return false;
            }

            _used[nonce] = (made, count ?? uint.MaxValue);
            return true;
        }
    }

    private long? Made(string nonce)
    {
        Span<byte> bytes = stackalloc byte[AgeBytes + SaltBytes + ProofBytes];
        Span<byte> proof = stackalloc byte[ProofBytes];
        if (nonce.Length != 2 * bytes.Length || Convert.FromHexString(nonce, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return null;
        }

        Prove(bytes[..^ProofBytes], proof);
        return CryptographicOperations.FixedTimeEquals(proof, bytes[^ProofBytes..]) ? BinaryPrimitives.ReadInt64BigEndian(bytes) : null;
    }

    private static void Prove(ReadOnlySpan<byte> made, Span<byte> proof)
    {
        Span<byte> whole = stackalloc byte[32];
        HMACSHA256.HashData(s_key, made, whole);
        whole[..ProofBytes].CopyTo(proof);
    }

    // What is too old is refused by its age, whoever remembers it.
    private bool IsFull()
    {
        if (_used.Count >= MostUsed)
        {
            foreach (string old in _used.Where(one => time.GetElapsedTime(one.Value.Made) > life).Select(one => one.Key).ToList())
            {
                _used.Remove(old);
            }
        }

        return _used.Count >= MostUsed;
    }
}
