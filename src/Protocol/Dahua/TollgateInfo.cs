using System.Buffers;
using System.Buffers.Text;
using System.Text;
using EdgeGateway.Protocol.Pictures;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>One passage as ITSAPI posts it: <c>{"Picture": {...}}</c> with its pictures in base64 (plate-camera.md section 4.2).</summary>
public sealed class TollgateInfo
{
    private const int MostPictures = 16;

    private TollgateInfo(DahuaNode root, ReadOnlyMemory<byte> bytes, bool guessed)
    {
        Root = root;
        Bytes = bytes;
        CharsetGuessed = guessed;
        Pictures = [.. root["Picture"].Children.Where(IsPicture).Take(MostPictures).Select(Picture)];
    }

    public DahuaNode Root { get; }

    public DahuaNode Passage => Root["Picture"];

    public DahuaNode Plate => Passage["Plate"];

    public DahuaNode Snap => Passage["SnapInfo"];

    public DahuaNode Vehicle => Passage["Vehicle"];

    /// <summary>The body as received; valid as long as the request is.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Flag <c>CHARSET_GUESSED</c>.</summary>
    public bool CharsetGuessed { get; }

    /// <summary>Every member with a Content, in the order of the body.</summary>
    public IReadOnlyList<DahuaPicture> Pictures { get; }

    /// <returns>The passage, or null when the body holds none.</returns>
    internal static TollgateInfo? Of(DahuaNode root, ReadOnlyMemory<byte> bytes, bool guessed) =>
        root["Picture"].HasChildren ? new TollgateInfo(root, bytes, guessed) : null;

    private static bool IsPicture(DahuaNode member) => member["Content"] is { } content && (content.Text is not null || !content.Long.IsEmpty);

    private static DahuaPicture Picture(DahuaNode member)
    {
        var content = member["Content"];
        var text = content.Long.IsEmpty ? Encoding.UTF8.GetBytes(content.Raw.Trim()) : content.Long;
        var picture = Decode(text.Span);
        string? name = member["PicName"].Text;
        return picture is null
            ? new DahuaPicture(member.Name, name, default, Encoding.UTF8.GetString(text.Span[..Math.Min(text.Length, 512)]))
            : new DahuaPicture(member.Name, name, picture.Value);
    }

    // A name or a link where base64 is due is a reference; base64 of something that is no picture is one as well.
    private static ReadOnlyMemory<byte>? Decode(ReadOnlySpan<byte> text)
    {
        int comma = text.StartsWith("data:"u8) ? text[..Math.Min(text.Length, 64)].IndexOf((byte)',') : -1;
        text = text[(comma + 1)..];
        return Picture(text) ?? Picture([.. text, (byte)'=']) ?? Picture([.. text, (byte)'=', (byte)'=']);
    }

    // Some firmware leaves the padding at the end away.
    private static ReadOnlyMemory<byte>? Picture(ReadOnlySpan<byte> base64)
    {
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        var status = Base64.DecodeFromUtf8(base64, bytes, out _, out int written);
        bool picture = status == OperationStatus.Done && PictureFormat.MediaType(bytes.AsSpan(0, written)) is not null;
        return picture ? (ReadOnlyMemory<byte>?)bytes.AsMemory(0, written) : null;
    }
}
