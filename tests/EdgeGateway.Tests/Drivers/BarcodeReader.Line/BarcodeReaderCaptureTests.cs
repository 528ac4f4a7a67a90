using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.BarcodeReader.Line;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Barcodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.BarcodeReader.Line;

/// <summary>What a reader said, through codec and mapping, against what was written down beside it.</summary>
public sealed class BarcodeReaderCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "barcode-reader");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Map_Capture_GivesWhatIsWritten(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        var options = Options(expected["settings"]!.AsObject());
        var received = expected["received"]!.GetValue<DateTimeOffset>();
        var wanted = expected["lines"]!.AsArray();

        var lines = Lines(Convert.FromHexString(File.ReadAllText(Path.Combine(folder, "frames.hex")).ReplaceLineEndings(string.Empty)), options.Format);

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Assert.Equal(wanted.Select(line => (line!["said"] ?? line["fault"])!.GetValue<string>()), lines.Select(Said));
        foreach (var (want, line) in wanted.Zip(lines).Where(pair => pair.Second.Code is not null))
        {
            var reading = BarcodeReaderMapping.ToReading("reader-1", line.Code!, options, received);
            var json = JsonSerializer.SerializeToNode((ParcelInspectionBody)reading.Body, BodyJson.Default.ParcelInspectionBody);
            foreach (var (path, value) in want!["reading"]!.AsObject())
            {
                var got = JsonPick.At(json, path);
                Assert.True(JsonNode.DeepEquals(value, got), $"{path}: expected {value?.ToJsonString()}, got {got?.ToJsonString()}");
            }
        }
    }

    private static string Said(CodeLine line) => line.Fault ?? (line.IsNoRead ? "(no read)" : line.IsHeartbeat ? "(heartbeat)" : line.Code!);

    private static List<CodeLine> Lines(byte[] input, CodeFormat format)
    {
        var reader = new CodeLineReader(format);
        var lines = new List<CodeLine>();
        ReadOnlySpan<byte> bytes = input;
        while (reader.TryRead(ref bytes, out var line))
        {
            lines.Add(line);
        }

        return lines;
    }

    private static BarcodeReaderOptions Options(JsonObject settings) => new()
    {
        Line = new SerialSettings("/dev/ttyS0"),
        Role = Enum.Parse<BarcodeRole>(settings["role"]?.GetValue<string>() ?? "Tunnel"),
        Verifies = settings["verifies"]?.GetValue<bool>() ?? false,
        Format = new CodeFormat
        {
            Terminator = Enum.Parse<CodeTerminator>(settings["terminator"]?.GetValue<string>() ?? "Line"),
            Prefix = settings["prefix"]?.GetValue<string>() ?? "",
            Aim = settings["aim"]?.GetValue<bool>() ?? false,
        },
    };
}
