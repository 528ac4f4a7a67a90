using System.Text;
using EdgeGateway.Protocol.Multipart;
using EdgeGateway.Tests.Protocol.Dahua;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

/// <summary>Every captured stream cut in two at every byte, and byte by byte: the same as in one piece.</summary>
public class DahuaSplitTests
{
    private const int Small = 4000;

    public static TheoryData<string> Cases => [.. DahuaCapture.Names.Where(name => MultipartBoundary.IsMultipart(Body(name).ContentType))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Append_CutAnywhere_GivesTheSameItems(string name)
    {
        var (contentType, body) = Body(name);
        var whole = DahuaSummaries.Stream(contentType, body);
        Assert.NotEmpty(whole);
        Assert.Equal(whole, DahuaSummaries.Stream(contentType, Enumerable.Range(0, body.Length).Select(i => (ReadOnlyMemory<byte>)body.AsMemory(i, 1))));
        for (int cut = 1; cut < body.Length && body.Length < Small; cut++)
        {
            var lines = DahuaSummaries.Stream(contentType, body.AsMemory(0, cut), body.AsMemory(cut));
            Assert.True(whole.SequenceEqual(lines), $"cut at {cut}: {string.Join(" | ", lines)}");
        }
    }

    private static (string? ContentType, byte[] Body) Body(string name)
    {
        byte[] frames = DahuaCapture.Open(name).Frames;
        if (!frames.AsSpan().StartsWith("HTTP/"u8))
        {
            return (null, frames);
        }

        int end = frames.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        string? line = Encoding.Latin1.GetString(frames, 0, end).Split("\r\n").FirstOrDefault(text => text.StartsWith("Content-Type:", StringComparison.Ordinal));
        return (line?["Content-Type:".Length..].Trim(), frames[end..]);
    }
}
