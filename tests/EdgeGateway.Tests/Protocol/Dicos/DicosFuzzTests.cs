using System.Diagnostics;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Tests.Drivers.XrayScanner.Dicos;
using EdgeGateway.Tests.Support;
using Xunit.Abstractions;

namespace EdgeGateway.Tests.Protocol.Dicos;

/// <summary>Damaged files through reader, mapping and preview: no exception, memory in proportion to the file and never to what it claims, and the next file is read.</summary>
public sealed class DicosFuzzTests(ITestOutputHelper output)
{
    private const int Usual = 30_000;
    private const long MostBytes = 192 * 1024;
    private const int BytesForEachByte = 64;

    private static readonly DicosPlace s_place = new() { Device = "xr-07" };
    private static readonly DateTimeOffset s_received = new(2026, 1, 5, 1, 35, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> s_options = new() { ["received"] = "2026-01-05T01:35:00Z" };

    [Fact]
    public void Read_DamagedFiles_NeverThrowNorTakeWhatTheyClaim()
    {
        int count = FuzzSize.Of(Usual);
        var random = new Random(20261122);
        byte[][] corpus = [.. DicosCapture.Names.Select(name => DicosCapture.Open(name).File)];
        byte[] good = DicosCapture.Open("x1").File;
        Through(good);
        var watch = Stopwatch.StartNew();
        var (faults, most) = (0, 0L);
        for (int i = 0; i < count; i++)
        {
            byte[] file = DicosMutation.Of(corpus[random.Next(corpus.Length)], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            faults += Through(file) ? 0 : 1;
            long used = GC.GetAllocatedBytesForCurrentThread() - before;
            most = Math.Max(most, used);
            Assert.True(used < MostBytes + ((long)BytesForEachByte * file.Length), $"file {i} of {file.Length} bytes took {used}: {Convert.ToHexString(file)}");
            Assert.True(i % 100 != 0 || Through(good), $"X1 after file {i}");
        }

        output.WriteLine($"{count} files, {faults} faults, at most {most} bytes for one, {watch.Elapsed}");
        Assert.InRange(faults, count / 10, count - (count / 10));
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    /// <summary>The decoder shows everything of a file; a tenth of them is enough for what it adds.</summary>
    [Fact]
    public void Decode_DamagedFiles_GiveOneLineEach()
    {
        int count = FuzzSize.Of(Usual) / 10;
        var random = new Random(20261123);
        byte[][] corpus = [.. DicosCapture.Names.Select(name => DicosCapture.Open(name).File)];
        var decoder = new DicosDecoder();
        for (int i = 0; i < count; i++)
        {
            var frame = decoder.Decode(DicosMutation.Of(corpus[random.Next(corpus.Length)], random), s_options).Single();
            Assert.True(frame.Ok ? frame.Fields!.ToJsonString().Length > 2 : frame.Fault is { Length: > 0 } && frame.Why is { Length: > 0 });
        }
    }

    private static bool Through(byte[] bytes)
    {
        if (DicosReader.Read(bytes).File is not { } file || DicosContent.Of(file, true) is not { Fault: null } content)
        {
            return false;
        }

        Assert.Equal(s_place.Device, DicosMapping.ToReading(content, s_place, s_received).Device);
        if (content.Image is { } image)
        {
            var preview = DicosPreview.Render(image, new MemoryStream(bytes));
            Assert.True(preview.Png is null != preview.Fault is null);
        }

        return true;
    }
}
