using System.Diagnostics;
using System.Text;
using EdgeGateway.Protocol.Barcodes;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Barcodes;

public sealed class CodeLineReaderTests
{
    [Theory]
    [InlineData(CodeTerminator.Line, "A0001\rA0002\nA0003\r\nA0004", "A0001 A0002 A0003")]
    [InlineData(CodeTerminator.Line, "\r\n\n\rA0001\r\n", "A0001")]
    [InlineData(CodeTerminator.Cr, "A0001\rA0002\r", "A0001 A0002")]
    [InlineData(CodeTerminator.Cr, "A0001\r\nA0002\r", "A0001 not-in-charset")]
    [InlineData(CodeTerminator.Lf, "A0001\nA0002\n", "A0001 A0002")]
    [InlineData(CodeTerminator.CrLf, "A0001\r\nA0002\r\n", "A0001 A0002")]
    [InlineData(CodeTerminator.CrLf, "A0001\nA0002\r\nA0003\r\n", "not-in-charset A0003")]
    [InlineData(CodeTerminator.CrLf, "A0001\rA0002\r\nA0003\r\n", "not-in-charset A0003")]
    [InlineData(CodeTerminator.CrLf, "\r\n\r\nA0003\r\n", "A0003")]
    [InlineData(CodeTerminator.StxEtx, "\u0002A0001\u0003\r\n\u0002A0002\u0003", "A0001 A0002")]
    [InlineData(CodeTerminator.StxEtx, "\u0002A00\u0002A0002\u0003", "cut-off A0002")]
    [InlineData(CodeTerminator.StxEtx, "0001\u0003\u0002A0002\u0003", "noise A0002")]
    [InlineData(CodeTerminator.StxEtx, "\u0002\u0003\u0002A0002\u0003", "A0002")]
    [InlineData(CodeTerminator.StxEtx, "\u0002A0\r01\u0003\u0002A0002\u0003", "not-in-charset A0002")]
    public void Read_Terminator_EndsCodes(CodeTerminator terminator, string input, string expected) =>
        AssertReads(new CodeFormat { Terminator = terminator }, input, expected);

    [Theory]
    [InlineData("A0001\r", "A0001")]
    [InlineData("A01\r", "too-short")]
    [InlineData("A00000000\r", "A00000000")]
    [InlineData("A000000000\r", "too-long")]
    [InlineData("SF12 34\r", "not-in-charset")]
    [InlineData("SF12\u00FF34\r", "not-in-charset")]
    [InlineData("NR\r", "no-read")]
    [InlineData("noread\r", "no-read")]
    [InlineData("ALIVE\r", "heartbeat")]
    [InlineData("alive\r", "alive")]
    public void Read_Plain_IsJudged(string input, string expected) =>
        AssertReads(new CodeFormat { Longest = 9, Heartbeat = "ALIVE" }, input, expected);

    [Theory]
    [InlineData("<]C1SF1234567890123>\r", "SF1234567890123:C1")]
    [InlineData("]C1SF1234567890123>\r", "no-prefix")]
    [InlineData("<]C1SF1234567890123\r", "no-suffix")]
    [InlineData("<SF1234567890123>\r", "no-aim")]
    [InlineData("<]C>\r", "no-aim")]
    [InlineData("<]1CSF1234567890123>\r", "no-aim")]
    [InlineData("<NR>\r", "no-read")]
    [InlineData("NR\r", "no-read")]
    [InlineData("<\r", "no-suffix")]
    public void Read_Wrapped_IsTakenOff(string input, string expected) =>
        AssertReads(new CodeFormat { Prefix = "<", Suffix = ">", Aim = true }, input, expected);

    /// <summary>Where prefix and suffix share characters, one character cannot be both.</summary>
    [Fact]
    public void Read_PrefixThatIsTheSuffix_NeedsBoth() => AssertReads(new CodeFormat { Prefix = "##", Suffix = "##" }, "##\r##A0001##\r", "no-suffix A0001");

    [Theory]
    [InlineData(CodeCharset.Digits, "12345\r1234A\r", "12345 not-in-charset")]
    [InlineData(CodeCharset.Alphanumeric, "JD00-1-1-\rA+123\r", "JD00-1-1- not-in-charset")]
    [InlineData(CodeCharset.Printable, "http://x/?a=~\rA\u007F123\r", "http://x/?a=~ not-in-charset")]
    public void Read_Charset_IsKept(CodeCharset charset, string input, string expected) => AssertReads(new CodeFormat { Charset = charset }, input, expected);

    [Fact]
    public void Read_EndlessLine_IsOneFaultAndTheNextIsRead()
    {
        string endless = new('A', 100_000);

        AssertReads(new CodeFormat(), endless + "\rA0001\r", "too-long A0001");
        AssertReads(new CodeFormat { Terminator = CodeTerminator.CrLf }, endless + "\r\nA0001\r\n", "too-long A0001");
        AssertReads(new CodeFormat { Terminator = CodeTerminator.StxEtx }, "\u0002" + endless + "\u0003\u0002A0001\u0003", "too-long A0001");
    }

    [Theory]
    [InlineData(CodeTerminator.Line, "A00", "cut-off")]
    [InlineData(CodeTerminator.Line, "", null)]
    [InlineData(CodeTerminator.StxEtx, "\u0002", "cut-off")]
    [InlineData(CodeTerminator.StxEtx, "A00", "noise")]
    [InlineData(CodeTerminator.StxEtx, "\r\n", null)]
    public void End_WhatWasBegun_IsAFaultAndForgotten(CodeTerminator terminator, string input, string? fault)
    {
        var reader = new CodeLineReader(new CodeFormat { Terminator = terminator });
        ReadOnlySpan<byte> bytes = Encoding.Latin1.GetBytes(input);
        Assert.False(reader.TryRead(ref bytes, out _));

        Assert.Equal(fault is not null, reader.IsOpen);
        Assert.Equal(fault, reader.End()?.Fault);
        Assert.False(reader.IsOpen);
        Assert.Null(reader.End());
    }

    /// <summary>However the bytes arrive, the same is read.</summary>
    [Fact]
    public void Read_AnyBytesAnyPieces_GivesTheSameAndEnds()
    {
        var watch = Stopwatch.StartNew();
        int count = FuzzSize.Of(60_000);
        var random = new Random(20261122);
        byte[] letters = [.. "\u0002\u0003\r\n]C1<>ANR0123456789"u8, 0xFF, 0];
        for (int i = 0; i < count; i++)
        {
            var format = new CodeFormat { Terminator = (CodeTerminator)random.Next(5), Aim = random.Next(2) == 0, Prefix = random.Next(3) == 0 ? "<" : "", Suffix = random.Next(3) == 0 ? ">" : "", Longest = 12 };
            byte[] input = new byte[random.Next(120)];
            foreach (ref byte one in input.AsSpan())
            {
                one = letters[random.Next(letters.Length)];
            }

            Assert.Equal(Said(format, input, input.Length + 1), Said(format, input, 1 + random.Next(3)));
        }

        Assert.True(watch.Elapsed < FuzzSize.Patience(count));
    }

    private static void AssertReads(CodeFormat format, string input, string expected)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(input);
        Assert.Equal(expected, Said(format, bytes, bytes.Length));
        Assert.Equal(expected, Said(format, bytes, 1));
    }

    private static string Said(CodeFormat format, byte[] input, int piece)
    {
        var reader = new CodeLineReader(format);
        var said = new List<string>();
        for (int at = 0; at < input.Length; at += piece)
        {
            ReadOnlySpan<byte> bytes = input.AsSpan(at, Math.Min(piece, input.Length - at));
            while (reader.TryRead(ref bytes, out var line))
            {
                Assert.True(line.Code is null || line.Code.Length <= format.Longest);
                said.Add(line.Fault ?? (line.IsNoRead ? "no-read" : line.IsHeartbeat ? "heartbeat" : line.Symbology is { } aim ? $"{line.Code}:{aim}" : line.Code!));
            }
        }

        return string.Join(' ', said);
    }
}
