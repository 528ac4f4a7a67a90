using System.Security.Cryptography;

namespace EdgeGateway.Protocol.Model;

/// <summary>The bytes of one picture or file as received, named by their hash.</summary>
/// <param name="Sha256">SHA-256 of <paramref name="Content"/>, 64 lower-case hex digits.</param>
/// <param name="Type">Media type.</param>
/// <param name="Content">The bytes, unchanged: they are evidence.</param>
public sealed record Attachment(string Sha256, string Type, ReadOnlyMemory<byte> Content)
{
    /// <summary>Hashes at the moment of receipt, before anything else can touch the bytes.</summary>
    public static Attachment Of(ReadOnlyMemory<byte> content, string type) =>
        new(Convert.ToHexStringLower(SHA256.HashData(content.Span)), type, content);
}
