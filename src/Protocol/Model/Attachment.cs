using System.Security.Cryptography;

namespace EdgeGateway.Protocol.Model;

/// <summary>The bytes of one picture or file as received, named by their hash.</summary>
/// <param name="Sha256">SHA-256 of <paramref name="Content"/>, 64 lower-case hex digits.</param>
/// <param name="Type">Media type.</param>
/// <param name="Content">The bytes, unchanged: they are evidence.</param>
public sealed record Attachment(string Sha256, string Type, ReadOnlyMemory<byte> Content)
{
    /// <summary>True for what is kept and does not travel by itself: it goes when the platform asks for it by <c>media.fetch</c>. Default false.</summary>
    public bool OnDemand { get; init; }

    /// <summary>The FileHash of GA/T 1400, for <see cref="MediaRef.Md5"/>; computed at each call.</summary>
    /// <returns>32 lower-case hex digits.</returns>
    public string Md5() => Convert.ToHexStringLower(MD5.HashData(Content.Span));

    /// <summary>Hashes at the moment of receipt, before anything else can touch the bytes.</summary>
    public static Attachment Of(ReadOnlyMemory<byte> content, string type) =>
        new(Convert.ToHexStringLower(SHA256.HashData(content.Span)), type, content);
}
