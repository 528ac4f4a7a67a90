using System.Text;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Downlink;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Downlink;

public sealed class ReceiptReaderTests
{
    private const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private const string Good = "{\"epoch\":\"00c0ffee\",\"upTo\":12,\"missing\":[[1,2],[7,7]],\"media\":[\"" + Hash + "\"],\"later\":{\"x\":[1]}}";

    [Fact]
    public void Read_AllMembers_AreTaken()
    {
        var receipt = ReceiptReader.Read(Encoding.UTF8.GetBytes(Good), out string? fault);
        Assert.Null(fault);
        Assert.Equal(("00c0ffee", 12), (receipt!.Epoch, receipt.UpTo));
        Assert.Equal([(1, 2), (7, 7)], receipt.Missing);
    }

    [Theory]
    [InlineData("{\"epoch\":\"e\",\"upTo\":0}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":0,\"missing\":null}")]
    public void Read_NothingMissing_IsAnEmptyList(string json) => Assert.Empty(ReceiptReader.Read(Encoding.UTF8.GetBytes(json), out _)!.Missing);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"upTo\":1}")]
    [InlineData("{\"epoch\":\"\",\"upTo\":1}")]
    [InlineData("{\"epoch\":7,\"upTo\":1}")]
    [InlineData("{\"epoch\":\"\\ud800\",\"upTo\":1}")]
    [InlineData("{\"epoch\":\"e\"}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1.5}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":\"1\"}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":9223372036854775808}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"missing\":{}}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"missing\":[1]}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"missing\":[[1]]}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"missing\":[[1,2,3]]}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"missing\":[[1,null]]}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"media\":{}}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"media\":[1]}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"media\":[\"ba78\"]}")]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"media\":[\"BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD\"]}")]
    [InlineData("{\"media\":[\"../../../../../../../../../../../../../../../../../../../etc/passwd\"]}")]
    [InlineData("{\"media\":[]}")]
    [InlineData("{\"upTo\":1,\"media\":[\"" + Hash + "\"]}")]
    [InlineData("{\"epoch\":7,\"media\":[\"" + Hash + "\"]}")]
    [InlineData("{\"a\":[[[[[[[[[[[[1]]]]]]]]]]]],\"epoch\":\"e\",\"upTo\":1}")]
    public void Read_Garbage_IsAFault(string json)
    {
        Assert.Null(ReceiptReader.Read(Encoding.UTF8.GetBytes(json), out string? fault));
        Assert.Equal("receipt-garbled", fault);
    }

    [Theory]
    [InlineData("{\"media\":[\"" + Hash + "\"]}", false)]
    [InlineData("{\"epoch\":\"e\",\"upTo\":1,\"media\":[\"" + Hash + "\"]}", true)]
    public void Read_Files_AreTakenWithAndWithoutAnEpoch(string json, bool readings)
    {
        var receipt = ReceiptReader.Read(Encoding.UTF8.GetBytes(json), out string? fault);
        Assert.Null(fault);
        Assert.Equal([Hash], receipt!.Media);
        Assert.Equal(readings, receipt.SpeaksOfReadings);
    }

    [Fact]
    public void Read_MoreFilesThanAReceiptMayName_IsAFault()
    {
        string Files(int count) => "{\"media\":[" + string.Join(',', Enumerable.Repeat($"\"{Hash}\"", count)) + "]}";
        Assert.Equal(ReceiptReader.MostFiles, ReceiptReader.Read(Encoding.UTF8.GetBytes(Files(ReceiptReader.MostFiles)), out _)!.Media.Count);
        Assert.Null(ReceiptReader.Read(Encoding.UTF8.GetBytes(Files(ReceiptReader.MostFiles + 1)), out string? fault));
        Assert.Equal("receipt-too-many-files", fault);
    }

    [Fact]
    public void Read_BeyondTheLimits_IsAFault()
    {
        string Ranges(int count) => "{\"epoch\":\"e\",\"upTo\":1,\"missing\":[" + string.Join(',', Enumerable.Repeat("[1,1]", count)) + "]}";
        Assert.NotNull(ReceiptReader.Read(Encoding.UTF8.GetBytes(Ranges(ReceiptReader.MostRanges)), out _));
        Assert.Null(ReceiptReader.Read(Encoding.UTF8.GetBytes(Ranges(ReceiptReader.MostRanges + 1)), out string? many));
        Assert.Null(ReceiptReader.Read(Encoding.UTF8.GetBytes(Good + new string(' ', ReceiptReader.MostBytes)), out string? large));
        Assert.Equal(("receipt-too-many-ranges", "receipt-too-large"), (many, large));
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        var random = new Random(11);
        byte[] good = Encoding.UTF8.GetBytes(Good);
        int read = 0;
        for (int i = FuzzSize.Of(20_000); i > 0; i--)
        {
            byte[] bytes = [.. good];
            for (int change = random.Next(4); change >= 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            read += ReceiptReader.Read(bytes.AsMemory(0, random.Next(2) == 0 ? bytes.Length : random.Next(bytes.Length)), out _) is null ? 0 : 1;
        }

        Assert.True(read > 100, "some mutations are harmless and must be read");
    }
}
