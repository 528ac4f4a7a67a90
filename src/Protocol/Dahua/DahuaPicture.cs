namespace EdgeGateway.Protocol.Dahua;

/// <summary>One picture of an event or of a push.</summary>
/// <param name="Name">Member of the push that carried it, such as <c>NormalPic</c>; null on a stream, where pictures have no names.</param>
/// <param name="PicName">Its own name in a push, or null.</param>
/// <param name="Content">As received, base64 taken off; empty when only a reference came.</param>
/// <param name="Reference">Where the picture stays, when text stood where base64 was due.</param>
public sealed record DahuaPicture(string? Name, string? PicName, ReadOnlyMemory<byte> Content, string? Reference = null)
{
    /// <summary>Content-ID of its part without angle brackets, or null.</summary>
    public string? ContentId { get; init; }
}
