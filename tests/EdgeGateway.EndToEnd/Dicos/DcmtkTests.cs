using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Protocol.Dicos;

namespace EdgeGateway.EndToEnd.Dicos;

/// <summary>Files that dcmtk writes in every way it can, read by us, by dcmtk and by pydicom.</summary>
public sealed class DcmtkTests : IDisposable
{
    private const string Report = """
        (0008,0005) CS [{charset}]
        (0008,0016) UI [1.2.840.10008.5.1.4.1.1.501.3]
        (0008,0018) UI [1.2.826.0.1.3680043.10.999.3.77]
        (0008,0020) DA [20260105]
        (0008,0030) TM [093000]
        (0008,0060) CS [TDR]
        (0008,0080) LO [{place}]
        (0010,0020) LO [SF1234567890123]
        (0010,0022) CS [BARCODE]
        (4010,1011) SQ
        (fffe,e000) na
        (4010,1010) US 1
        (4010,1037) SQ
        (fffe,e000) na
        (4010,1001) SQ
        (fffe,e000) na
        (4010,1004) FL 120\64\0
        (4010,1005) FL 48\30.5\0
        (fffe,e00d) na
        (fffe,e0dd) na
        (4010,101d) FL 120\64\0\168\94.5\0
        (fffe,e00d) na
        (fffe,e0dd) na
        (4010,1038) SQ
        (fffe,e000) na
        (4010,1012) CS [ANOMALY]
        (4010,1013) LT [{thing}]
        (4010,1015) CS [THREAT]
        (4010,1016) FL 0.875
        (fffe,e00d) na
        (fffe,e0dd) na
        (fffe,e00d) na
        (fffe,e0dd) na
        (4010,1029) LO [DemoATR\2.1]
        (4010,102b) DT [20260105093014.250000+0800]
        (4010,1031) CS [ALARM]
        (4010,1033) US 1
        (4010,1034) US 1
        """;

    private const string Picture = """
        (0008,0016) UI [1.2.840.10008.5.1.4.1.1.501.2.1]
        (0008,0018) UI [1.2.826.0.1.3680043.10.999.6.77]
        (0008,0060) CS [DX]
        (0010,0020) LO [SF1234567890123]
        (0018,0060) DS [160]
        (0028,0002) US 1
        (0028,0004) CS [MONOCHROME2]
        (0028,0010) US 2
        (0028,0011) US 3
        (0028,0100) US 16
        (0028,0101) US 16
        (0028,0102) US 15
        (0028,0103) US 0
        (7fe0,0010) OW 0000\0100\0200\0300\0400\0500
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("edge-dicos-");

    private static readonly (string Charset, string Options)[] s_ways =
    [
        ("ISO_IR 192", "+te +e"), ("ISO_IR 192", "+te -e"), ("ISO_IR 192", "+ti +e"), ("ISO_IR 192", "+ti -e"),
        ("GB18030", "+te -e"), ("GB18030", "+ti +e"), ("GBK", "+te +e"), ("ISO_IR 192", "+te +e +g"), ("ISO_IR 192", "+te +e +p 512 64"),
    ];

    /// <summary>One test for all ways: starting pydicom takes longer than everything else together.</summary>
    [Fact]
    public async Task Decode_ReportsOfDcmtk_SayWhatWasDumped()
    {
        string[] paths = await Task.WhenAll(s_ways.Select(way => WrittenAsync(Text(way.Charset), Encoding(way.Charset), way.Options)));
        var told = await OtherReaders.PydicomReadAsync(paths);

        foreach (var (path, way, json) in paths.Zip(s_ways, told))
        {
            CheckFields(new DicosDecoder().Decode(await File.ReadAllBytesAsync(path), new Dictionary<string, string>()).Single());
            Assert.InRange(DicomJson.Compare(json, OtherReaders.Read(path).Data, $"{way}"), 26, 40);
        }
    }

    /// <summary>Of the two, only pydicom reads Chinese character sets, and only dcmtk is not python.</summary>
    [Fact]
    public async Task Read_ReportsOfDcmtk_AsDcmtkReadsThem()
    {
        foreach (var (charset, options) in s_ways.Take(4))
        {
            string path = await WrittenAsync(Text(charset), Encoding(charset), options);

            Assert.Equal(26, DicomJson.Compare(await OtherReaders.DcmtkReadAsync(path), OtherReaders.Read(path).Data, options));
        }
    }

    [Theory]
    [InlineData("+te")]
    [InlineData("+ti")]
    public async Task Render_PictureOfDcmtk_IsGrey(string options)
    {
        string path = await WrittenAsync(Picture, System.Text.Encoding.ASCII, options);

        var file = OtherReaders.Read(path);
        DicomJson.Compare(await OtherReaders.DcmtkReadAsync(path), file.Data, path);
        using var stream = File.OpenRead(path);
        var preview = DicosPreview.Render(DicosContent.Of(file, false).Image!, stream);
        Assert.Equal((3, 2, null), (preview.Width, preview.Height, preview.Fault));
    }

    public void Dispose() => _folder.Delete(true);

    private static void CheckFields(DecodedFrame frame)
    {
        Assert.Null(frame.Fault);
        Assert.Equal("广州白云站", frame.Fields!["machineLocation"]!.GetValue<string>());
        var threat = frame.Fields["threatSequence"]![0]!;
        Assert.Equal("水果刀", threat["assessmentSequence"]![0]!["threatCategoryDescription"]!.GetValue<string>());
        Assert.Equal("[120,64,0,168,94.5,0]", threat["representationSequence"]![0]!["boundingPolygon"]!.ToJsonString());
        Assert.Equal("[48,30.5,0]", threat["representationSequence"]![0]!["threatRegionSequence"]![0]!["regionExtents"]!.ToJsonString());
        Assert.Equal("ALARM", frame.Fields["alarmDecision"]!.GetValue<string>());
    }

    private static string Text(string charset) =>
        Report.Replace("{charset}", charset, StringComparison.Ordinal).Replace("{place}", "广州白云站", StringComparison.Ordinal).Replace("{thing}", "水果刀", StringComparison.Ordinal);

    private static Encoding Encoding(string charset) => DicosCharset.Of(charset)!;

    private async Task<string> WrittenAsync(string text, Encoding encoding, string options)
    {
        string dump = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.dump");
        await File.WriteAllBytesAsync(dump, encoding.GetBytes(text + "\n"));
        string path = Path.ChangeExtension(dump, ".dcm");
        await OtherReaders.Dump2DcmAsync(dump, path, options.Split(' '));
        return path;
    }
}
