using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.Tests.Protocol.Dicos;

/// <summary>Files that were made to hurt: each ends with a word, and no length of theirs is believed.</summary>
public sealed class DicosHostileTests
{
    private const long MostBytes = 64 * 1024;

    public static TheoryData<string, byte[]> Files => new()
    {
        { DicosFaults.Truncated, DicosBytes.Report(DicosBytes.Explicit(0x40101013, "UT", [], 0xFFFFFFFE)) },
        { DicosFaults.Truncated, DicosBytes.Report(DicosBytes.Explicit(0x40101013, "UT", [], 0x80000000)) },
        { DicosFaults.Truncated, DicosBytes.Report(DicosBytes.Explicit(0x40101013, "LT", [], 0xFFFF)) },
        { DicosFaults.Truncated, DicosBytes.ImplicitReport(DicosBytes.Implicit(0x40101031, [], 0xFFFFFFFE)) },
        { DicosFaults.Truncated, DicosBytes.ImplicitReport(DicosBytes.Implicit(0x7FE00010, [], 0xFFFFFFFE)) },
        { DicosFaults.Length, DicosBytes.Report(DicosBytes.Explicit(0x40101013, "UT", new byte[64], DicosBytes.Undefined)) },
        { DicosFaults.Length, DicosBytes.ImplicitReport(DicosBytes.Implicit(0x40101031, new byte[64], DicosBytes.Undefined)) },
        { DicosFaults.Truncated, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", [], DicosBytes.Undefined)) },
        { DicosFaults.Truncated, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", DicosBytes.Item([], DicosBytes.Undefined), DicosBytes.Undefined)) },
        { DicosFaults.Length, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", DicosBytes.Item([], 100)), new byte[200]) },
        { DicosFaults.Length, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", DicosBytes.Item(DicosBytes.Explicit(0x40101013, "LT", [], 50))), new byte[200]) },
        { DicosFaults.Length, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", [1, 2, 3]), new byte[200]) },
        { DicosFaults.Item, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", DicosBytes.Decision("CLEAR"))) },
        { DicosFaults.Item, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", DicosBytes.ItemEnd())) },
        { DicosFaults.Item, DicosBytes.Report(DicosBytes.ItemEnd()) },
        { DicosFaults.Item, DicosBytes.Report(DicosBytes.SequenceEnd()) },
        { DicosFaults.Item, DicosBytes.Report(DicosBytes.Item([])) },
        { DicosFaults.Item, DicosBytes.Report(DicosBytes.Explicit(0x7FE00010, "OB", DicosBytes.Item([], DicosBytes.Undefined), DicosBytes.Undefined), new byte[16]) },
        { DicosFaults.Truncated, DicosBytes.Report(DicosBytes.Explicit(0x7FE00010, "OB", DicosBytes.Item([], 0xFFFFFFF0), DicosBytes.Undefined)) },
        { DicosFaults.Truncated, DicosBytes.Report(DicosBytes.Explicit(0x7FE00010, "OB", DicosBytes.Item(new byte[4]), DicosBytes.Undefined)) },
        { DicosFaults.Vr, DicosBytes.Report(DicosBytes.Explicit(0x40101031, "cs", [])) },
        { DicosFaults.Vr, DicosBytes.Report(DicosBytes.Explicit(0x40101031, "\0\0", [])) },
        { DicosFaults.Tag, DicosBytes.Report(new byte[16].Select((_, i) => i is 4 or 5 ? (byte)'U' : (byte)0).ToArray()) },
        { DicosFaults.Tag, DicosBytes.Report(DicosBytes.Explicit(0x00020010, "UI", DicosBytes.Text("1.2"))) },
        { DicosFaults.Twice, DicosBytes.Report(DicosBytes.Decision("ALARM"), DicosBytes.Decision("CLEAR")) },
        { DicosFaults.TooMany, DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", [.. Enumerable.Repeat(DicosBytes.Item([]), 100_000).SelectMany(one => one)])) },
        { DicosFaults.TooMany, DicosBytes.Report(DicosBytes.Explicit(0x7FE00010, "OB", [.. Enumerable.Repeat(DicosBytes.Item([]), 100_000).SelectMany(one => one)], DicosBytes.Undefined)) },
        { DicosFaults.Syntax, DicosBytes.File("1.2.840.10008.1.2.1.99", DicosClasses.Tdr) },
        { DicosFaults.Syntax, DicosBytes.File("", DicosClasses.Tdr) },
        { DicosFaults.BigEndian, DicosBytes.File("1.2.840.10008.1.2.2", DicosClasses.Tdr) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_HostileFile_EndsWithItsWord(string fault, byte[] file)
    {
        var read = DicosReader.Read(file);

        Assert.Equal((fault, null), (read.Fault, read.File));
        Assert.InRange(read.At, 0, file.Length);
    }

    [Theory]
    [InlineData(0xFFFFFFFE)]
    [InlineData(0x7FFFFFFF)]
    [InlineData(0x10000000)]
    public void Read_LengthOfFourGigabytes_TakesNoMemory(uint length)
    {
        byte[] file = DicosBytes.Report(DicosBytes.Explicit(0x40101013, "UT", new byte[100], length));
        DicosReader.Read(file);

        long before = GC.GetAllocatedBytesForCurrentThread();
        DicosReader.Read(file);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes);
    }

    /// <summary>Items cost more memory than bytes; the count is what bounds them.</summary>
    [Fact]
    public void Read_AsManyItemsAsAllowed_StaysWithin32Megabytes()
    {
        byte[] file = DicosBytes.Report(DicosBytes.Explicit(0x40101011, "SQ", [.. Enumerable.Repeat(DicosBytes.Item([]), 99_000).SelectMany(one => one)]));

        long before = GC.GetAllocatedBytesForCurrentThread();
        var read = DicosReader.Read(file);
        long used = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(99_000, read.File!.Data.Items(DicosTags.Threats).Count);
        Assert.True(used < 32 * 1024 * 1024, $"{used} bytes");
    }

    /// <summary>Text where numbers are due, numbers below zero, more than an integer holds: what is meant is missing then, and nothing is thrown.</summary>
    [Theory]
    [InlineData("-5")]
    [InlineData("99999999999999")]
    [InlineData("1e400")]
    [InlineData("NaN")]
    [InlineData("many")]
    [InlineData("")]
    public void Of_CountsThatAreNone_AreNotBelieved(string frames)
    {
        byte[] file = DicosBytes.File(
            "1.2.840.10008.1.2.1", DicosClasses.Ct, DicosBytes.Explicit(0x00280008, "IS", DicosBytes.Text(frames)), DicosBytes.Us(0x00280010, 0), DicosBytes.Explicit(0x7FE00010, "OW", new byte[8]));
        var image = DicosContent.Of(DicosReader.Read(file).File!, false).Image!;

        Assert.Equal(DicosPreviewResult.NoPixels, DicosPreview.Render(image, new MemoryStream(file)).Fault);
    }

    /// <summary>The file became shorter between the look at its length and the reading of it.</summary>
    [Fact]
    public void Read_FileThatShrinks_IsTruncated()
    {
        byte[] file = DicosBytes.Report(DicosBytes.Decision("CLEAR"), DicosBytes.Explicit(0x40101068, "LT", new byte[6000]));

        Assert.Equal(DicosFaults.Truncated, DicosReader.Read(new Shrinking(file, file.Length - 100)).Fault);
    }

    private sealed class Shrinking(byte[] bytes, int really) : MemoryStream(bytes, 0, really, false)
    {
        public override long Length { get; } = bytes.LongLength;
    }
}
