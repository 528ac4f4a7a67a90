using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

namespace EdgeGateway.Tests.Protocol.Dicos;

public sealed class DicosReaderTests
{
    private static readonly byte[] s_x1 = DicosCapture.Open("x1").File;

    /// <summary>Section 7.1, the head of X1: where each of its first elements stands.</summary>
    [Theory]
    [InlineData(0x00020000u, 0x8C, 4)]
    [InlineData(0x00020001u, 0x9C, 2)]
    [InlineData(0x00020002u, 0xA6, 30)]
    [InlineData(0x00020003u, 0xCC, 30)]
    [InlineData(0x00020010u, 0xF2, 20)]
    [InlineData(0x00020012u, 0x10E, 28)]
    [InlineData(0x00020013u, 0x132, 16)]
    public void Read_HeadOfX1_StandsWhereTheDocumentSays(uint tag, long offset, long length)
    {
        var element = DicosReader.Read(s_x1).File!.Meta.Find(new DicosTag(tag))!;

        Assert.Equal((offset, length), (element.Offset, element.Length));
    }

    [Fact]
    public void Read_X1_DataSetBeginsAt142()
    {
        var file = DicosReader.Read(s_x1).File!;

        Assert.Equal((new DicosTag(0x00080005), 0x14AL), (file.Data.Elements[0].Tag, file.Data.Elements[0].Offset));
        Assert.True(file.HasPreamble);
        Assert.Same(DicosSyntax.Explicit, file.Syntax);
        Assert.Empty(file.Doubts);
    }

    [Fact]
    public void Read_StreamThatGivesOneByteAtATime_ReadsTheSame()
    {
        var file = DicosReader.Read(new Dripping(s_x1)).File!;

        Assert.Equal("ALARM", file.Data.Text(DicosTags.AlarmDecision));
    }

    [Fact]
    public void Read_EveryHeadByte_ChangedToManyValues_EndsWithAFileOrAWord()
    {
        for (int at = 128; at < 0x15E; at++)
        {
            byte[] bytes = [.. s_x1];
            for (int value = 0; value < 256; value += 5)
            {
                bytes[at] = (byte)value;
                var read = DicosReader.Read(bytes);
                Assert.True(read.File is null != read.Fault is null, $"byte {at} as {value}");
            }
        }
    }

    [Theory]
    [InlineData(DicosFaults.Truncated, "")]
    [InlineData(DicosFaults.Truncated, "3c3f786d6c2076")]
    [InlineData(DicosFaults.NotDicom, "3c3f786d6c2076657273696f6e")]
    [InlineData(DicosFaults.BigEndian, "00020000554c0004000000b2")]
    [InlineData(DicosFaults.BigEndian, "0008000543530008")]
    [InlineData(DicosFaults.Truncated, "000000000000000000000000")]
    [InlineData(DicosFaults.Truncated, "0800160055490600312e32")]
    public void Read_OtherBeginnings_AreToldApart(string fault, string hex) =>
        Assert.Equal(fault, DicosReader.Read(Convert.FromHexString(hex)).Fault);

    [Fact]
    public void Read_LargerThanTheLimit_IsNotRead()
    {
        var limits = DicosLimits.Default with { FileBytes = s_x1.Length - 1 };

        Assert.Equal(DicosFaults.TooLarge, DicosReader.Read(s_x1, limits).Fault);
        Assert.Null(DicosReader.Read(s_x1, limits with { FileBytes = s_x1.Length }).Fault);
    }

    [Fact]
    public void Read_ValueOverTheLimit_IsPassedOverAndWhatFollowsIsRead()
    {
        byte[] bytes = DicosBytes.Report(DicosBytes.Explicit(0x40101013, "UT", new byte[70_000]), DicosBytes.Decision("CLEAR"));

        var data = DicosReader.Read(bytes).File!.Data;

        Assert.False(data.Find(DicosTags.CategoryDescription)!.IsKept);
        Assert.Equal(70_000, data.Find(DicosTags.CategoryDescription)!.Length);
        Assert.Equal("CLEAR", data.Text(DicosTags.AlarmDecision));
    }

    [Fact]
    public void Read_ValuesOverTheSum_ArePassedOver()
    {
        byte[][] values = [.. Enumerable.Range(0, 20).Select(i => DicosBytes.Explicit(0x00091000u + (uint)i, "UT", new byte[100]))];

        var data = DicosReader.Read(DicosBytes.Report(values), DicosLimits.Default with { KeptBytes = 1000 }).File!.Data;

        Assert.Equal(8, data.Elements.Count(element => element.Tag.Group == 9 && element.IsKept));
    }

    [Fact]
    public void Read_PixelsOfTheFile_AreAPlaceAndNoCopy()
    {
        byte[] bytes = DicosBytes.File("1.2.840.10008.1.2.1", DicosClasses.Ct, DicosBytes.Explicit(0x7FE00010, "OW", new byte[4_000_000]));
        DicosReader.Read(bytes);

        long before = GC.GetAllocatedBytesForCurrentThread();
        var file = DicosReader.Read(bytes).File!;
        long used = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(new DicosPixelData(bytes.Length - 4_000_000, 4_000_000, false), file.Pixels);
        Assert.True(used < 20_000, $"{used} bytes");
    }

    [Fact]
    public void Read_PixelsOfAnIcon_AreNotTheFiles()
    {
        byte[] icon = DicosBytes.Explicit(0x00880200, "SQ", DicosBytes.Item(DicosBytes.Explicit(0x7FE00010, "OB", new byte[16])));

        var file = DicosReader.Read(DicosBytes.File("1.2.840.10008.1.2.1", DicosClasses.Ct, icon)).File!;

        Assert.Null(file.Pixels);
    }

    [Fact]
    public void Read_SequencesOf32_AreReadAnd33AreNot()
    {
        Assert.Null(DicosReader.Read(DicosBytes.Report(Nested(32, false))).Fault);
        Assert.Null(DicosReader.Read(DicosBytes.Report(Nested(32, true))).Fault);
        Assert.Equal(DicosFaults.TooDeep, DicosReader.Read(DicosBytes.Report(Nested(33, false))).Fault);
        Assert.Equal(DicosFaults.TooDeep, DicosReader.Read(DicosBytes.Report(Nested(33, true))).Fault);
        Assert.Equal(DicosFaults.TooDeep, DicosReader.Read(DicosBytes.Report(Nested(10_000, true))).Fault);
    }

    /// <summary>From the inside to the outside; the sequence of regions in itself.</summary>
    private static byte[] Nested(int depth, bool undefined)
    {
        if (undefined)
        {
            byte[] open = [.. DicosBytes.Explicit(0x40101001, "SQ", [], DicosBytes.Undefined), .. DicosBytes.Item([], DicosBytes.Undefined)];
            byte[] close = [.. DicosBytes.ItemEnd(), .. DicosBytes.SequenceEnd()];
            return [.. Enumerable.Repeat(open, depth).SelectMany(one => one), .. Enumerable.Repeat(close, depth).SelectMany(one => one)];
        }

        byte[] inner = [];
        for (int i = 0; i < depth; i++)
        {
            inner = DicosBytes.Explicit(0x40101001, "SQ", DicosBytes.Item(inner));
        }

        return inner;
    }

    private sealed class Dripping(byte[] bytes) : MemoryStream(bytes, false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
