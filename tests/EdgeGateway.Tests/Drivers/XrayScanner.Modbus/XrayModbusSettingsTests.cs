using System.Text.Json;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.XrayScanner.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

public sealed class XrayModbusSettingsTests
{
    private static DriverDescriptor Descriptor => DriverCatalog.All.Single(driver => driver.Name == "xray-modbus");

    [Fact]
    public void Read_Sample_IsRight()
    {
        string sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "XrayScanner.Modbus", "sample.json"));

        var options = Read(sample, out var findings);

        Assert.Empty(findings);
        var unit = Assert.Single(options.Units);
        Assert.Equal(("tunnel-1", 1, "192.0.2.60", 502), (unit.Name, unit.Address, options.Bus.Tcp!.Host, options.Bus.Tcp.Port));
        Assert.Equal("bar", unit.Points.Single(point => point.Name == "hydraulic_pressure").Unit);
        Assert.Null(unit.Command);
        Assert.Equal(["belt.stop", "belt.release"], Descriptor.Commands);
        Assert.False(Descriptor.NeedsInbox(options));
    }

    [Fact]
    public void Read_Least_TakesTheDefaults()
    {
        var options = Read("""{ "line": { "port": "/dev/ttyS0" }, "units": [ {} ] }""", out var findings);

        Assert.Empty(findings);
        var unit = Assert.Single(options.Units);
        Assert.Equal(("belt", 1, 32), (unit.Name, unit.Address, unit.Points.Count));
        Assert.Equal((null, 9_600, TimeSpan.FromSeconds(1), 1, 1), (options.Bus.Tcp, options.Bus.Line!.BaudRate, options.Bus.AnswerTime, options.Bus.Retries, options.Bus.Outstanding));
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(3), 5_000), (options.Report, options.HeartbeatStuck, options.DecisionWait, options.MostSkipped));
        Assert.DoesNotContain(unit.Points, point => point.Write);
    }

    /// <summary>The default list, row by row, is that of xray.md section 3.3.</summary>
    [Theory]
    [InlineData("belt_forward", ModbusArea.Discrete, 0)]
    [InlineData("estop", ModbusArea.Discrete, 2)]
    [InlineData("key_switch", ModbusArea.Discrete, 9)]
    [InlineData("decision_alarm", ModbusArea.Discrete, 15)]
    [InlineData("status_word", ModbusArea.Input, 0)]
    [InlineData("xray_on_time", ModbusArea.Input, 12)]
    [InlineData("dose_rate", ModbusArea.Input, 14)]
    [InlineData("last_parcel_seq", ModbusArea.Input, 16)]
    [InlineData("last_barcode", ModbusArea.Input, 20)]
    [InlineData("operator_decision", ModbusArea.Holding, 1)]
    public void Default_Point_StandsWhereTheDocumentSays(string name, ModbusArea area, int address)
    {
        var point = BeltMap.Default(BeltPace.Usual).Single(one => one.Name == name);

        Assert.Equal((area, address), (point.Area, point.Address));
    }

    /// <summary>What is told of one parcel is read at one pace, whatever the site writes at its points.</summary>
    [Fact]
    public void Read_OwnSequence_TakesDecisionAndLabelAlong()
    {
        var options = Read("""{ "tcp": { "host": "192.0.2.60" }, "units": [ { "points": [ { "name": "last_parcel_seq", "area": "holding", "address": 500, "type": "u16", "interval": "500ms" } ] } ] }""", out var findings);

        Assert.Empty(findings);
        Assert.All(
            options.Units[0].Points.Where(point => point.Name is "last_parcel_seq" or "last_decision" or "last_barcode" or "operator_decision"),
            point => Assert.Equal(TimeSpan.FromMilliseconds(500), point.Interval));
        Assert.Single(options.Units[0].Points, point => point.Name == "last_parcel_seq");
    }

    [Fact]
    public void Read_BeltCommand_IsTheDefaultRegisterOrTheSitesOwn()
    {
        var options = Read(
            """
            { "tcp": { "host": "192.0.2.60" }, "units": [
              { "name": "a", "unit": 1, "beltCommand": true },
              { "name": "b", "unit": 2, "beltCommand": true, "points": [ { "name": "belt_command", "area": "holding", "address": 77, "write": true } ] } ] }
            """,
            out var findings);

        Assert.Empty(findings);
        Assert.Equal([0, 77], options.Units.Select(unit => (int)unit.Command!.Address));
    }

    [Theory]
    [InlineData("{\"units\": [{}]}", "tcp:missing")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"line\": {\"port\": \"/dev/ttyS0\"}, \"units\": [{}]}", "line:contradiction")]
    [InlineData("{\"tcp\": {}, \"units\": [{}]}", "tcp.host:missing")]
    [InlineData("{\"tcp\": {\"host\": \"a b\"}, \"units\": [{}]}", "tcp.host:not-a-host")]
    [InlineData("{\"tcp\": {\"host\": \"h\", \"port\": 0}, \"units\": [{}]}", "tcp.port:out-of-range")]
    [InlineData("{\"tcp\": {\"host\": \"h\", \"baud\": 9600}, \"units\": [{}]}", "tcp.baud:unknown-key")]
    [InlineData("{\"line\": {\"port\": \"plc\"}, \"units\": [{}]}", "line.port:not-a-port")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}}", "units:missing")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": []}", "units:missing")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"name\": \"a;b\"}]}", "units[0].name:not-a-name")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"unit\": 1}, {\"name\": \"b\", \"unit\": 1}]}", "units[1].unit:duplicate")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"unit\": 1}, {\"unit\": 2}]}", "units[1].name:duplicate")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"unit\": 256}]}", "units[0].unit:out-of-range")]
    [InlineData("{\"line\": {\"port\": \"/dev/ttyS0\"}, \"units\": [{\"unit\": 248}]}", "units[0].unit:out-of-range")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"map\": \"own\"}]}", "units[0].map:unknown-choice")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"map\": \"none\"}]}", "units[0].points:missing")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"points\": [{\"name\": \"x\", \"address\": 1}]}]}", "units[0].points[0].area:missing")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"map\": \"none\", \"beltCommand\": true, \"points\": [{\"name\": \"x\", \"area\": \"input\", \"address\": 1}]}]}", "units[0].beltCommand:contradiction")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"beltCommand\": true, \"points\": [{\"name\": \"belt_command\", \"area\": \"holding\", \"address\": 1}]}]}", "units[0].beltCommand:contradiction")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{\"beltcommand\": true}]}", "units[0].beltcommand:unknown-key")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{}], \"report\": \"1s\"}", "report:out-of-range")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{}], \"parcelEvery\": \"10ms\"}", "parcelEvery:out-of-range")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{}], \"mostSkipped\": 100001}", "mostSkipped:out-of-range")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{}], \"mostWords\": 126}", "mostWords:out-of-range")]
    [InlineData("{\"tcp\": {\"host\": \"h\"}, \"units\": [{}], \"host\": \"h\"}", "host:unknown-key")]
    public void Read_Mistake_IsNamed(string json, string expected)
    {
        Read(json, out var findings);

        Assert.Equal(expected, string.Join(' ', findings.Select(finding => $"{finding.Path}:{finding.Code}")));
        Assert.All(findings, finding => Assert.NotEqual(finding.Problem.En, finding.Problem.Zh));
    }

    private static XrayModbusOptions Read(string json, out IReadOnlyList<Finding> findings)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse(json);
        var reader = new SettingsReader(document.RootElement, string.Empty, report);
        reader.Text("id");
        reader.Text("driver");
        var options = (XrayModbusOptions)Descriptor.ReadOptions(reader);
        reader.Finish();
        findings = report.Findings;
        return options;
    }
}
