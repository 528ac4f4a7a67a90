using System.Buffers.Binary;
using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Tests.Protocol.Pictures;

namespace EdgeGateway.Tests.Protocol.Dicos;

public sealed class DicosPreviewTests
{
    [Fact]
    public void Render_Bytes_AreSpreadFromLeastToMost()
    {
        var png = Rendered(Dx(2, 2, 8, "MONOCHROME2", [10, 20, 30, 60]));

        Assert.Equal([0, 51, 102, 255], png.Pixels);
    }

    [Fact]
    public void Render_Monochrome1_IsTurnedRound() =>
        Assert.Equal([255, 204, 153, 0], Rendered(Dx(2, 2, 8, "MONOCHROME1", [10, 20, 30, 60])).Pixels);

    [Fact]
    public void Render_Words_AreLittleEndian() =>
        Assert.Equal([0, 128, 255], Rendered(Dx(1, 3, 16, "MONOCHROME2", [0x00, 0x01, 0x80, 0x01, 0xFF, 0x01])).Pixels);

    [Fact]
    public void Render_TwelveBits_OtherBitsDoNotCount()
    {
        byte[] file = Dx(1, 2, 16, "MONOCHROME2", [0x00, 0xF0, 0x0F, 0x00], DicosBytes.Us(0x00280101, 12), DicosBytes.Us(0x00280102, 11));

        Assert.Equal([0, 255], Rendered(file).Pixels);
    }

    [Fact]
    public void Render_SignedWords_MinusIsDarker()
    {
        byte[] file = Dx(1, 3, 16, "MONOCHROME2", [0xFF, 0xFF, 0x00, 0x00, 0x01, 0x00], DicosBytes.Us(0x00280101, 16), DicosBytes.Us(0x00280102, 15), DicosBytes.Us(0x00280103, 1));

        Assert.Equal([0, 128, 255], Rendered(file).Pixels);
    }

    [Theory]
    [InlineData(0, new byte[] { 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0 })]
    [InlineData(1, new byte[] { 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0 })]
    public void Render_Colours_BecomeBrightness(ushort planar, byte[] pixels)
    {
        byte[] file = Dx(2, 2, 8, "RGB", pixels, DicosBytes.Us(0x00280002, 3), DicosBytes.Us(0x00280006, planar));

        Assert.Equal([76 * 255 / 149, 255, 29 * 255 / 149 + 1, 0], Rendered(file).Pixels);
    }

    [Fact]
    public void Render_OneValueOnly_IsOneGrey() => Assert.Equal([0, 0], Rendered(Dx(1, 2, 8, "MONOCHROME2", [9, 9])).Pixels);

    [Fact]
    public void Render_CtOfFiveFrames_ShowsTheMiddleOne()
    {
        byte[] pixels = [1, 2, 3, 4, 9, 5, 7, 8, 1, 1];

        Assert.Equal([255, 0], Rendered(Image(DicosClasses.Ct, 1, 2, 8, "MONOCHROME2", pixels, DicosBytes.Explicit(0x00280008, "IS", DicosBytes.Text("5")))).Pixels);
    }

    [Fact]
    public void Render_MoreFramesSaidThanThere_ShowsTheFirst()
    {
        byte[] file = Image(DicosClasses.Ct, 1, 2, 8, "MONOCHROME2", [1, 2], DicosBytes.Explicit(0x00280008, "IS", DicosBytes.Text("2147483647")));

        Assert.Equal([0, 255], Rendered(file).Pixels);
    }

    [Fact]
    public void Render_LargePicture_IsAveragedDown()
    {
        byte[] pixels = [.. Enumerable.Range(0, 4 * 8).Select(i => (byte)(i / 8 < 2 ? 0 : i % 2 * 200))];
        var (image, file) = Open(Dx(4, 8, 8, "MONOCHROME2", pixels));

        var result = DicosPreview.Render(image, file, 4);

        Assert.Equal((4, 2), (result.Width, result.Height));
        Assert.Equal([0, 0, 0, 0, 128, 128, 128, 128], PngGrey.Read(result.Png!).Pixels);
    }

    [Fact]
    public void Render_4000By3000Words_Is1280WideAndTakesLittleMemory()
    {
        byte[] pixels = new byte[4000 * 3000 * 2];
        new Random(7).NextBytes(pixels);
        var (image, file) = Open(Dx(3000, 4000, 16, "MONOCHROME2", pixels));

        long before = GC.GetAllocatedBytesForCurrentThread();
        var result = DicosPreview.Render(image, file);
        long used = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((1280, 960), (result.Width, result.Height));
        Assert.True(used < 8 * 1024 * 1024, $"{used} bytes");
    }

    [Theory]
    [InlineData(DicosPreviewResult.PixelsShort, 2, 2, 8, "MONOCHROME2", 3)]
    [InlineData(DicosPreviewResult.PixelsShort, 65535, 65535, 16, "MONOCHROME2", 4)]
    [InlineData(DicosPreviewResult.NoPixels, 0, 2, 8, "MONOCHROME2", 4)]
    [InlineData(DicosPreviewResult.Unsupported, 2, 2, 8, "PALETTE COLOR", 4)]
    [InlineData(DicosPreviewResult.Unsupported, 2, 2, 8, "RGB", 12)]
    [InlineData(DicosPreviewResult.Unsupported, 1, 1, 32, "MONOCHROME2", 4)]
    [InlineData(DicosPreviewResult.Unsupported, 1, 1, 12, "MONOCHROME2", 4)]
    public void Render_WhatCannotBeShown_SaysWhy(string fault, ushort rows, ushort columns, ushort bits, string photometric, int bytes)
    {
        var (image, file) = Open(Dx(rows, columns, bits, photometric, new byte[bytes]));

        Assert.Equal(new DicosPreviewResult(null, 0, 0, fault), DicosPreview.Render(image, file));
    }

    [Fact]
    public void Render_Compressed_SaysSo()
    {
        byte[] pixels = [.. DicosBytes.Item([]), .. DicosBytes.Item([0xFF, 0xD8]), .. DicosBytes.SequenceEnd()];
        byte[] bytes = DicosBytes.File(
            "1.2.840.10008.1.2.4.70", DicosClasses.DxForPresentation, DicosBytes.Us(0x00280010, 1), DicosBytes.Us(0x00280011, 1), DicosBytes.Explicit(0x7FE00010, "OB", pixels, DicosBytes.Undefined));
        var (image, file) = Open(bytes);

        Assert.Equal(DicosPreviewResult.Compressed, DicosPreview.Render(image, file).Fault);
        Assert.Equal(pixels.Length, image.Pixels!.Length);
    }

    /// <summary>The share took the file away while its pixels were read.</summary>
    [Fact]
    public void Render_FileThatBecameShort_SaysSo()
    {
        byte[] bytes = Dx(2, 2, 8, "MONOCHROME2", [10, 20, 30, 60]);
        var (image, _) = Open(bytes);

        Assert.Equal(DicosPreviewResult.PixelsShort, DicosPreview.Render(image, new MemoryStream(bytes[..^1])).Fault);
    }

    private static PngGrey Rendered(byte[] bytes)
    {
        var (image, file) = Open(bytes);
        var result = DicosPreview.Render(image, file);
        Assert.Null(result.Fault);
        var png = PngGrey.Read(result.Png!);
        Assert.Equal((result.Width, result.Height), (png.Width, png.Height));
        return png;
    }

    private static (DicosImage Image, Stream File) Open(byte[] bytes) => (DicosContent.Of(DicosReader.Read(bytes).File!, false).Image!, new MemoryStream(bytes));

    private static byte[] Dx(ushort rows, ushort columns, ushort bits, string photometric, byte[] pixels, params byte[][] further) =>
        Image(DicosClasses.DxForPresentation, rows, columns, bits, photometric, pixels, further);

    private static byte[] Image(string sopClass, ushort rows, ushort columns, ushort bits, string photometric, byte[] pixels, params byte[][] further) => DicosBytes.File(
        "1.2.840.10008.1.2.1",
        sopClass,
        [
            DicosBytes.Us(0x00280010, rows), DicosBytes.Us(0x00280011, columns), DicosBytes.Us(0x00280100, bits), DicosBytes.Explicit(0x00280004, "CS", DicosBytes.Text(photometric)),
            .. further, DicosBytes.Explicit(0x7FE00010, bits > 8 ? "OW" : "OB", pixels),
        ]);
}
