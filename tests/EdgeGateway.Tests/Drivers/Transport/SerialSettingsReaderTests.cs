using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Serial;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Transport;

public sealed class SerialSettingsReaderTests
{
    [Fact]
    public void Read_PortOnly_HasTheDefaultsOfTheDriver()
    {
        var (settings, findings) = Read("""{ "port": "/dev/serial/by-id/usb-x" }""", new SerialSettings("") { BaudRate = 4_800 });

        Assert.Equal(new SerialSettings("/dev/serial/by-id/usb-x") { BaudRate = 4_800 }, settings);
        Assert.Empty(findings);
    }

    [Fact]
    public void Read_Everything_IsTaken()
    {
        var (settings, findings) = Read(
            """{ "port": "/dev/ttyS1", "baud": 9600, "dataBits": 7, "parity": "even", "stopBits": 2, "flow": "none", "dtr": true, "rts": false }""");

        Assert.Equal(new SerialSettings("/dev/ttyS1") { BaudRate = 9_600, DataBits = 7, Parity = SerialParity.Even, StopBits = 2, Dtr = true, Rts = false }, settings);
        Assert.Empty(findings);
    }

    [Fact]
    public void Read_SerialServer_IsTaken()
    {
        var (settings, findings) = Read("""{ "port": "tcp://192.0.2.7:4001" }""");

        Assert.Equal("tcp://192.0.2.7:4001", settings.Port);
        Assert.Empty(findings);
    }

    [Theory]
    [InlineData("""{ }""", "port", "missing")]
    [InlineData("""{ "port": "COM3" }""", "port", "not-a-port")]
    [InlineData("""{ "port": "ttyUSB0" }""", "port", "not-a-port")]
    [InlineData("""{ "port": "/dev/" }""", "port", "not-a-port")]
    [InlineData("""{ "port": "/dev/a\u0000b" }""", "port", "not-a-port")]
    [InlineData("""{ "port": "tcp://192.0.2.7" }""", "port", "not-a-port")]
    [InlineData("""{ "port": "tcp://192.0.2.7:0" }""", "port", "not-a-port")]
    [InlineData("""{ "port": "tcp:192.0.2.7:4001" }""", "port", "not-a-port")]
    [InlineData("""{ "port": "/dev/ttyS1", "baud": 9601 }""", "baud", "unknown-choice")]
    [InlineData("""{ "port": "/dev/ttyS1", "baud": 300 }""", "baud", "out-of-range")]
    [InlineData("""{ "port": "/dev/ttyS1", "dataBits": 5 }""", "dataBits", "out-of-range")]
    [InlineData("""{ "port": "/dev/ttyS1", "stopBits": 3 }""", "stopBits", "out-of-range")]
    [InlineData("""{ "port": "/dev/ttyS1", "parity": "mark" }""", "parity", "unknown-choice")]
    [InlineData("""{ "port": "/dev/ttyS1", "flow": "xon" }""", "flow", "unknown-choice")]
    [InlineData("""{ "port": "/dev/ttyS1", "flow": "rts-cts", "rts": true }""", "rts", "contradiction")]
    [InlineData("""{ "port": "/dev/ttyS1", "dtr": "yes" }""", "dtr", "not-true-or-false")]
    [InlineData("""{ "port": "tcp://192.0.2.7:4001", "baud": 9600 }""", "baud", "contradiction")]
    [InlineData("""{ "port": "tcp://192.0.2.7:4001", "flow": "rts-cts" }""", "flow", "contradiction")]
    public void Read_Wrong_IsOneFindingInBothLanguages(string json, string name, string code)
    {
        var finding = Assert.Single(Read(json).Findings);

        Assert.Equal((name, code), (finding.Path, finding.Code));
        Assert.DoesNotContain(finding.Right.En, finding.Right.Zh, StringComparison.Ordinal);
    }

    private static (SerialSettings Settings, IReadOnlyList<Finding> Findings) Read(string json, SerialSettings? otherwise = null)
    {
        var report = new SettingsReport(new NoSecrets());
        var reader = new SettingsReader(JsonDocument.Parse(json).RootElement, string.Empty, report);
        var settings = SerialSettingsReader.Read(reader, otherwise);
        reader.Finish();
        return (settings, report.Findings);
    }
}
