using System.Buffers;
using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Cameras;

namespace EdgeGateway.Sim.Twins.PlateCamera.Hikvision;

/// <summary>Writes parts as the profile's firmware does, with its errors about boundary and length (sections 3.1, 3.2, F12).</summary>
public sealed class PartWriter(CameraProfile profile)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    /// <summary>The value that stands in the header of the message.</summary>
    public static string HeaderValue(BoundaryStyle style) => style switch
    {
        BoundaryStyle.MimeBoundary => "MIME_boundary",
        BoundaryStyle.LongDashes => "---------------------------7e13971310878",
        BoundaryStyle.HeaderWithDashes => "--boundary",
        _ => "boundary",
    };

    public void Alert(string xml)
    {
        byte[] content = AlertBytes.Of(xml, profile.Charset);
        Part("name=\"anpr.xml\"; filename=\"anpr.xml\"", $"application/xml; charset=\"{AlertBytes.Claim(profile.Charset)}\"", content);
    }

    public void Picture(CameraPicture picture, int index)
    {
        string name = $"name=\"{picture.Name}\"; ";
        switch (profile.Pictures.Naming)
        {
            case PictureNaming.InternalId:
                Part(name + FormattableString.Invariant($"filename=\"{7_300_000_000 + index}\""), "image/jpeg", picture.Content);
                break;
            case PictureNaming.FileNameOnly:
                Part($"filename=\"{picture.Name}\"", "application/octet-stream", picture.Content);
                break;
            default:
                Part($"{name}filename=\"{picture.Name}\"", "image/jpeg", picture.Content);
                break;
        }
    }

    public void Finish() => Ascii($"--{Line()}--\r\n");

    /// <returns>Everything written since the last call.</returns>
    public byte[] Take()
    {
        byte[] taken = _bytes.WrittenSpan.ToArray();
        _bytes.ResetWrittenCount();
        return taken;
    }

    private void Part(string disposition, string type, ReadOnlySpan<byte> content)
    {
        Ascii($"--{Line()}\r\nContent-Disposition: form-data; {disposition}\r\nContent-Type: {type}\r\n");
        Length(content.Length);
        Ascii("\r\n");
        _bytes.Write(content);
        Ascii("\r\n");
    }

    private void Length(int real)
    {
        int? told = profile.ContentLength switch
        {
            LengthPolicy.Right => real,
            LengthPolicy.PlusOne => real + 1,
            LengthPolicy.MinusOne => real - 1,
            LengthPolicy.Zero => 0,
            _ => null,
        };
        if (told is { } length)
        {
            Ascii($"Content-Length: {length.ToString(CultureInfo.InvariantCulture)}\r\n");
        }
    }

    /// <summary>Header value with dashes: the body's line is exactly that value, so the two dashes are not doubled (H10).</summary>
    private string Line() => HeaderValue(profile.Boundary == BoundaryStyle.HeaderWithDashes ? BoundaryStyle.Boundary : profile.Boundary);

    private void Ascii(string text)
    {
        Span<byte> room = _bytes.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        _bytes.Advance(Encoding.UTF8.GetBytes(text, room));
    }
}
