using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Protocol.Paths;

/// <summary>Tells messages apart that have no identifier: the same facts in the same order give the same digest, however they are written.</summary>
public static class BodyDigest
{
    /// <returns>The first 64 bits of SHA-256, 16 lower-case hex digits.</returns>
    public static string Of(BodyNode message)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, message);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    private static void Add(IncrementalHash hash, BodyNode node)
    {
        hash.AppendData(Encoding.UTF8.GetBytes($"{node.Name.Length}:{node.Name}{node.Children.Count}:{node.Text?.Length ?? -1}:{node.Text}"));
        foreach (var child in node.Children)
        {
            Add(hash, child);
        }
    }
}
