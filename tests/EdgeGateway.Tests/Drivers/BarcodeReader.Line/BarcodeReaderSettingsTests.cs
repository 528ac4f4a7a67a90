using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.BarcodeReader.Line;
using EdgeGateway.Protocol.Barcodes;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.BarcodeReader.Line;

public sealed class BarcodeReaderSettingsTests
{
    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "barcode-reader");

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "BarcodeReader.Line", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        Assert.Equal((CodeTerminator.StxEtx, true, 8, 32), (options.Format.Terminator, options.Format.Aim, options.Format.Shortest, options.Format.Longest));
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("""{ "port": "/dev/ttyUSB0" }""", out var findings);

        Assert.Empty(findings);
        Assert.Equal(new BarcodeReaderOptions { Line = options.Line, Format = options.Format }, options);
        Assert.Equal(new CodeFormat { NoRead = options.Format.NoRead }, options.Format);
        Assert.Equal(["NR", "NoRead", "ERROR"], options.Format.NoRead);
        Assert.Equal(9_600, options.Line.BaudRate);
    }

    [Fact]
    public void Read_Everything_IsTaken()
    {
        var options = Read(
            """{ "port": "/dev/ttyS0", "baud": 115200, "terminator": "crlf", "prefix": "<", "suffix": ">", "noRead": [], "heartbeat": "HB", "silence": "5s", "charset": "digits", "shortest": 2, "longest": 3, "role": "acceptance", "verifies": true, "repeat": "0s" }""",
            out var findings);

        Assert.Empty(findings);
        Assert.Equal((CodeTerminator.CrLf, "<", ">", "HB", CodeCharset.Digits), (options.Format.Terminator, options.Format.Prefix, options.Format.Suffix, options.Format.Heartbeat, options.Format.Charset));
        Assert.Equal((BarcodeRole.Acceptance, true, TimeSpan.Zero, TimeSpan.FromSeconds(5)), (options.Role, options.Verifies, options.Repeat, options.Silence));
        Assert.Empty(options.Format.NoRead);
    }

    [Theory]
    [InlineData("{}", "port:missing")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"terminator\": \"etx\"}", "terminator:unknown-choice")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"prefix\": \"12345678901234567\"}", "prefix:not-a-word")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"suffix\": \"\\r\"}", "suffix:not-a-word")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"noRead\": [\"\"]}", "noRead:not-a-word")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"noRead\": \"NR\"}", "noRead:not-a-list")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"heartbeat\": \"\"}", "heartbeat:empty")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"silence\": \"30s\"}", "silence:contradiction")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"charset\": \"latin\"}", "charset:unknown-choice")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"longest\": 257}", "longest:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"shortest\": 65}", "shortest:contradiction")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"shortest\": 0}", "shortest:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"role\": \"desk\"}", "role:unknown-choice")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"verifies\": true}", "verifies:contradiction")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"role\": \"opening\", \"verifies\": true}", "verifies:contradiction")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"repeat\": \"61s\"}", "repeat:out-of-range")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"aim\": \"C1\"}", "aim:not-true-or-false")]
    [InlineData("{\"port\": \"/dev/ttyS0\", \"ending\": \"cr\"}", "ending:unknown-key")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static BarcodeReaderOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (BarcodeReaderOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
