using System.Text;
using EdgeGateway.Protocol.Nut;

namespace EdgeGateway.Tests.Protocol.Nut;

public sealed class NutLineTests
{
    [Theory]
    [InlineData("VAR main ups.status \"OL CHRG\"", NutWord.Variable, "main|ups.status|OL CHRG")]
    [InlineData("VAR main device.mfr \"Acme \\\"Power\\\" \\\\ Co\"", NutWord.Variable, "main|device.mfr|Acme \"Power\" \\ Co")]
    [InlineData("VAR main x \"\"", NutWord.Variable, "main|x|")]
    [InlineData("UPS main \"Description unavailable\"", NutWord.Ups, "main|Description unavailable")]
    [InlineData("BEGIN LIST VAR main", NutWord.Begin, "LIST|VAR|main")]
    [InlineData("END LIST UPS", NutWord.End, "LIST|UPS")]
    [InlineData("ERR DATA-STALE", NutWord.Error, "DATA-STALE")]
    [InlineData("ERR INVALID-ARGUMENT more words", NutWord.Error, "INVALID-ARGUMENT|more|words")]
    [InlineData("OK", NutWord.Ok, "")]
    [InlineData("OK Goodbye", NutWord.Ok, "Goodbye")]
    [InlineData("  VAR   main  a\\ b  c ", NutWord.Variable, "main|a b|c")]
    [InlineData("VAR main ups.mfr \"电源\"", NutWord.Variable, "main|ups.mfr|电源")]
    public void Read_Answer_GivesItsWords(string line, NutWord word, string arguments)
    {
        var item = NutLine.Read(Encoding.UTF8.GetBytes(line));

        Assert.Null(item.Fault);
        Assert.Equal((word, arguments), (item.Line!.Word, string.Join('|', item.Line.Arguments)));
    }

    [Theory]
    [InlineData("VAR main ups.status \"OL", NutFaults.Quotes)]
    [InlineData("VAR main ups.status \"OL\\", NutFaults.Quotes)]
    [InlineData("VAR main ups.status", NutFaults.Shape)]
    [InlineData("VAR", NutFaults.Shape)]
    [InlineData("ERR", NutFaults.Shape)]
    [InlineData("FSD main", NutFaults.Shape)]
    [InlineData("\"OK\" ", null)]
    [InlineData("HTTP/1.1 400 Bad Request", NutFaults.Shape)]
    [InlineData("OK \u0007", NutFaults.Text)]
    [InlineData("OK 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16", NutFaults.TooMany)]
    public void Read_NoAnswer_IsNamed(string line, string? fault) => Assert.Equal(fault, NutLine.Read(Encoding.UTF8.GetBytes(line)).Fault);

    [Fact]
    public void Read_NoUtf8_IsNamed() => Assert.Equal(NutFaults.Text, NutLine.Read([(byte)'O', (byte)'K', (byte)' ', 0xC3, 0x28]).Fault);

    [Fact]
    public void TryRead_AnyCutOfTheStream_GivesTheSameLines()
    {
        byte[] stream = Encoding.UTF8.GetBytes("OK\r\n\nVAR main ups.status \"OB\"\nnonsense\nERR DATA-STALE\n");
        string whole = Lines([stream]);

        Assert.Equal("Ok|Variable|nut-answer-unknown|Error", whole);
        for (int cut = 0; cut <= stream.Length; cut++)
        {
            Assert.Equal(whole, Lines([stream[..cut], stream[cut..]]));
        }
    }

    [Fact]
    public void TryRead_LineWithoutEnd_IsToldOnceAndTheNextIsRead()
    {
        byte[] stream = [.. Enumerable.Repeat((byte)'x', NutLineReader.Longest + 1), .. "\nOK\n"u8];

        Assert.Equal("nut-line-too-long|Ok", Lines([stream]));
        Assert.Equal("nut-line-too-long|Ok", Lines([.. stream.Chunk(700)]));
    }

    [Fact]
    public void TryRead_LongestLine_IsRead()
    {
        byte[] stream = [.. "OK "u8, .. Enumerable.Repeat((byte)'x', NutLineReader.Longest - 3), .. "\n"u8];

        Assert.Equal("Ok", Lines([stream]));
    }

    private static string Lines(byte[][] parts)
    {
        var reader = new NutLineReader();
        var found = new List<string>();
        foreach (byte[] part in parts)
        {
            ReadOnlySpan<byte> bytes = part;
            while (reader.TryRead(ref bytes, out var item))
            {
                found.Add(item.Fault ?? item.Line!.Word.ToString());
            }
        }

        return string.Join('|', found);
    }
}
