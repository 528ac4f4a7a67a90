using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>The secret of signed links, 32 bytes (drone.md section 1.7). It shows itself to nobody.</summary>
public sealed class MavKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private readonly byte[] _secret;

    /// <param name="secret">Copied.</param>
    /// <exception cref="ArgumentException">Not <see cref="Length"/> bytes.</exception>
    public MavKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length)
        {
            throw new ArgumentException($"a key has {Length} bytes", nameof(secret));
        }

        _secret = secret.ToArray();
    }

    /// <summary>The key that ground stations make of a passphrase, by convention.</summary>
    public static MavKey OfPassphrase(string passphrase) => new(SHA256.HashData(Encoding.UTF8.GetBytes(passphrase)));

    /// <summary>First six bytes of SHA-256 over key and frame up to the time of its signature.</summary>
    /// <param name="signedPart">From the start byte through link id and time.</param>
    /// <param name="proof">Six bytes.</param>
    internal void Prove(ReadOnlySpan<byte> signedPart, Span<byte> proof)
    {
        Span<byte> all = stackalloc byte[Length + MavFrame.Longest];
        _secret.CopyTo(all);
        signedPart.CopyTo(all[Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(all[..(Length + signedPart.Length)], hash);
        hash[..proof.Length].CopyTo(proof);
        all.Clear();
    }
}
