using System.Text;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Multipart;
using EdgeGateway.Tests.Protocol.Hikvision;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Hikvision;

/// <summary>Every multipart capture as a stream cut in two at every byte for the multipart reader, byte by byte for the whole conversation: the same as in one piece.</summary>
public class IsapiSplitTests
{
    private const int Small = 8000;

    public static TheoryData<string> Cases => [.. IsapiCapture.Names.Where(IsMultipart)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Append_CutAnywhere_GivesTheSameItems(string name)
    {
        var (contentType, body) = Body(name);
        var whole = IsapiConversation.ReadBody(body, contentType).Select(Summaries.Of).ToList();
        Assert.Equal(whole, Summaries.Stream(contentType, body));
        Assert.Equal(whole, Summaries.Stream(contentType, Enumerable.Range(0, body.Length).Select(i => (ReadOnlyMemory<byte>)body.AsMemory(i, 1))));
        string? boundary = MultipartBoundary.From(contentType);
        var parts = Summaries.Parts(boundary, body);
        for (int cut = 1; cut < body.Length && body.Length < Small; cut++)
        {
            var lines = Summaries.Parts(boundary, body.AsMemory(0, cut), body.AsMemory(cut));
            Assert.True(parts.SequenceEqual(lines), $"cut at {cut}: {string.Join(" | ", lines)}");
        }
    }

    private static bool IsMultipart(string name) => MultipartBoundary.IsMultipart(Body(name).ContentType);

    private static (string? ContentType, byte[] Body) Body(string name)
    {
        byte[] frames = IsapiCapture.Open(name).Frames;
        int end = frames.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        string head = Encoding.Latin1.GetString(frames, 0, end);
        string? line = head.Split("\r\n").FirstOrDefault(text => text.StartsWith("Content-Type:", StringComparison.Ordinal));
        return (line?["Content-Type:".Length..].Trim(), frames[end..]);
    }
}
