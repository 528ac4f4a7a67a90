using System.Text;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Tests.Protocol.Multipart;

public class MultipartReaderTests
{
    private static readonly MultipartLimits s_small = new() { Part = 4096, WithoutBoundary = 2048, Headers = 256 };

    [Theory]
    [InlineData("multipart/mixed; boundary=boundary", "boundary")]
    [InlineData("multipart/mixed; boundary=\"a b;c\"; x=y", "a b;c")]
    [InlineData("multipart/mixed;BOUNDARY = --boundary", "boundary")]
    [InlineData("multipart/form-data; boundary=---------------------------7e13971310878", "7e13971310878")]
    [InlineData("multipart/mixed", null)]
    [InlineData("multipart/mixed; boundary=", null)]
    [InlineData("multipart/mixed; boundary=-----", null)]
    [InlineData("multipart/mixed; x=\"; boundary=no\"; boundary=yes", "yes")]
    [InlineData(null, null)]
    public void BoundaryFrom_ContentType_GivesCore(string? contentType, string? expected) =>
        Assert.Equal(expected, MultipartBoundary.From(contentType));

    [Fact]
    public void TryRead_PartLargerThanItsLimit_IsDroppedAndTheNextIsRead()
    {
        var lines = Read(s_small, "--b\r\nContent-Length: 5000\r\n\r\n", new string('x', 2000), "\r\n--b\r\nContent-Length: 2\r\n\r\nok\r\n--b--");
        Assert.Equal([MultipartFaults.PartTooLarge, "ok", "end"], lines);
    }

    [Fact]
    public void TryRead_NoBoundaryWithinLimit_StartsOver()
    {
        var lines = Read(s_small, "--b\r\nContent-Type: a/b\r\n\r\n", new string('x', 3000), "\r\n--b\r\nContent-Type: a/b\r\n\r\nok\r\n--b--");
        Assert.Equal([MultipartFaults.NoBoundary, "ok", "end"], lines);
    }

    [Fact]
    public void TryRead_HeadersWithoutEnd_StartsOver()
    {
        var lines = Read(s_small, "--b\r\n", new string('x', 1000), "\r\n--b\r\nContent-Length: 2\r\n\r\nok\r\n--b--");
        Assert.Equal([MultipartFaults.HeadersTooLarge, "ok", "end"], lines);
    }

    [Fact]
    public void TryRead_FirstBoundaryDamaged_ReadsTheRest()
    {
        var lines = Read(s_small, "--x\r\nContent-Length: 3\r\n\r\none\r\n--b\r\nContent-Length: 3\r\n\r\ntwo\r\n--b\r\n\r\nthree\r\n--b--");
        Assert.Equal([MultipartFaults.BoundaryMismatch, "one", "two", "three", "end"], lines);
    }

    [Fact]
    public void TryRead_EndlessNoise_KeepsLittle()
    {
        var reader = new MultipartReader("b", s_small);
        byte[] noise = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("noise without end ", 100)));
        int faults = 0;
        for (int i = 0; i < 1000; i++)
        {
            reader.Append(noise);
            while (reader.TryRead(out var item))
            {
                faults += item.Fault == MultipartFaults.NoBoundary ? 1 : 0;
            }

            Assert.InRange(reader.Buffered, 0, 2048);
        }

        Assert.InRange(faults, 100, 1000);
    }

    [Fact]
    public void TryRead_LengthFarTooLarge_DoesNotSwallowTheStream()
    {
        var reader = new MultipartReader("b");
        var lines = new List<string>();
        for (int i = 0; i < 5; i++)
        {
            reader.Append("--b\r\nContent-Type: a/b\r\nContent-Length: 9000000\r\n\r\nok\r\n--b\r\n\r\n"u8);
            Drain(reader, lines);
        }

        Assert.Contains("ok", lines);
    }

    [Fact]
    public void TryReadWaiting_WholePartWithoutBoundary_GivesIt()
    {
        var reader = new MultipartReader("b");
        reader.Append("--b\r\nContent-Length: 4\r\n\r\n<a/>\r\n"u8);
        Assert.False(reader.TryRead(out _));
        Assert.True(reader.TryReadWaiting(out var item));
        Assert.Equal("<a/>", Encoding.ASCII.GetString(item.Part!.Body.Span));
        reader.Append("--b\r\nContent-Length: 4\r\n\r\n<b/>\r\n--b\r\n"u8);
        var lines = new List<string>();
        Drain(reader, lines);
        Assert.Equal(["<b/>"], lines);
    }

    [Theory]
    [InlineData("--b\r\nContent-Length: 4\r\n\r\n<a>")]
    [InlineData("--b\r\nContent-Length: 3\r\n\r\n<a/>")]
    [InlineData("--b\r\nContent-Type: a/b\r\n\r\n<a/>")]
    public void TryReadWaiting_PartThatMayNotBeWhole_GivesNothing(string text)
    {
        var reader = new MultipartReader("b");
        reader.Append(Encoding.ASCII.GetBytes(text));
        Assert.False(reader.TryRead(out _));
        Assert.False(reader.TryReadWaiting(out _));
    }

    [Fact]
    public void TryRead_EndOfOneMessage_ReadsTheNext()
    {
        var lines = Read(MultipartLimits.Default, "--b\r\nContent-Length: 2\r\n\r\nok\r\n--b--\r\n\r\n--b\r\n\r\nagain\r\n--b--");
        Assert.Equal(["ok", "end", "again", "end"], lines);
    }

    [Fact]
    public void TryRead_InputEndsInsidePart_SaysSo()
    {
        var reader = new MultipartReader("--b\r\nContent-Length: 10\r\n\r\ncut"u8.ToArray(), "b");
        Assert.True(reader.TryRead(out var item));
        Assert.False(item.Part!.Ended);
        Assert.False(reader.TryRead(out _));
    }

    private static List<string> Read(MultipartLimits limits, params string[] pieces)
    {
        var reader = new MultipartReader("b", limits);
        var lines = new List<string>();
        foreach (string piece in pieces)
        {
            reader.Append(Encoding.ASCII.GetBytes(piece));
            Drain(reader, lines);
        }

        reader.Complete();
        Drain(reader, lines);
        return lines;
    }

    private static void Drain(MultipartReader reader, List<string> lines)
    {
        while (reader.TryRead(out var item))
        {
            lines.Add(item.Part is { } part ? Encoding.ASCII.GetString(part.Body.Span) : item.Fault ?? "end");
        }
    }
}
