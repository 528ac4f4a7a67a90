using System.Text;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Tests.Protocol.Contract;

public sealed class BatchTests : IDisposable
{
    private readonly BatchWriter _writer = new();

    public void Dispose() => _writer.Dispose();

    [Fact]
    public void Pack_Several_IsGzipOfAnArrayOfTheSameBytes()
    {
        string[] events = ["{\"id\":\"gw:1\",\"data\":{\"plate\":\"粤A12345\"}}", "{\"id\":\"gw:2\"}"];
        Array.ForEach(events, text => Assert.True(_writer.TryAdd(Encoding.UTF8.GetBytes(text))));

        var packed = _writer.Pack();

        Assert.Equal([0x1F, 0x8B], packed.Span[..2].ToArray());
        Assert.True(BatchReader.TryRead(packed, out var readings));
        Assert.Equal(events, readings.Select(reading => Encoding.UTF8.GetString(reading.Span)));
    }

    [Fact]
    public void TryAdd_MoreThanTheContractAllows_SaysFull()
    {
        int added = 0;
        while (_writer.TryAdd("{}"u8))
        {
            added++;
        }

        Assert.Equal(BatchWriter.MostReadings, added);
    }

    [Fact]
    public void TryAdd_LargestThatFits_FillsTheBatchToTheByte()
    {
        byte[] largest = Event(BatchWriter.MostBytes - 2);

        Assert.True(BatchWriter.Fits(largest.Length));
        Assert.False(BatchWriter.Fits(largest.Length + 1));
        Assert.False(_writer.TryAdd(Event(BatchWriter.MostBytes - 1)));
        Assert.True(_writer.TryAdd(largest));
        Assert.False(_writer.TryAdd("{}"u8));
        Assert.True(BatchReader.TryRead(_writer.Pack(), out var readings));
        Assert.Equal(largest, readings.Single().ToArray());
    }

    [Fact]
    public void Clear_AfterALargeBatch_TheNextHoldsOnlyItsOwn()
    {
        _writer.TryAdd(Event(100_000));
        _writer.Pack();
        _writer.Clear();
        _writer.TryAdd("{\"id\":3}"u8);

        Assert.True(BatchReader.TryRead(_writer.Pack(), out var readings));
        Assert.Equal("{\"id\":3}", Encoding.UTF8.GetString(readings.Single().Span));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[{},3]")]
    [InlineData("[{}")]
    [InlineData("[{}] {}")]
    public void TryRead_NoBatch_SaysSo(string text) => Assert.False(BatchReader.TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void TryRead_PackedBytesDamagedOrCut_NeverThrowsAndNeverInvents()
    {
        _writer.TryAdd(Event(5_000));
        byte[] packed = _writer.Pack().ToArray();
        for (int i = 2; i < packed.Length; i++)
        {
            Assert.False(BatchReader.TryRead(packed.AsMemory(0, i), out var cut) && cut.Count > 1);
        }
    }

    [Fact]
    public void TryRead_UnpacksToFarTooMuch_IsRefused()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(bomb, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("["u8);
            var blanks = new byte[BatchReader.MostBytes];
            blanks.AsSpan().Fill((byte)' ');
            gzip.Write(blanks);
            gzip.Write("]"u8);
        }

        Assert.False(BatchReader.TryRead(bomb.ToArray(), out _));
    }

    private static byte[] Event(int bytes)
    {
        var text = new byte[bytes];
        text.AsSpan().Fill((byte)'x');
        "{\"a\":\""u8.CopyTo(text);
        "\"}"u8.CopyTo(text.AsSpan(bytes - 2));
        return text;
    }
}
