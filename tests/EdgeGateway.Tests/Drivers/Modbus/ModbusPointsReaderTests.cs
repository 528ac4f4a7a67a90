using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Tests.Drivers.Modbus;

public sealed class ModbusPointsReaderTests
{
    [Fact]
    public void Read_EveryKey_IsUnderstood()
    {
        var (points, findings) = Read(
            """
            { "name": "tube_voltage", "area": "holding", "address": 2, "type": "i32", "order": "CDAB", "scale": 0.1, "offset": -5, "unit": "kV",
              "invalid": [-1, 65535], "interval": "500ms", "deadband": 0.5, "write": true, "min": 0, "max": 180 },
            { "name": "last_decision", "area": "input", "address": 18, "map": { "0": "none", "1": "clear", "-2": "odd" }, "onChange": false },
            { "name": "ready", "area": "input", "address": 0, "bit": 1 },
            { "name": "scanning", "area": "input", "address": 0, "bit": 2 },
            { "name": "status_word", "area": "input", "address": 0 },
            { "name": "belt_forward", "area": "discrete", "address": 0 },
            { "name": "swapped", "area": "input", "address": 1, "order": "BADC" },
            { "name": "last_barcode", "area": "input", "address": 20, "type": "string", "length": 10 }
            """);

        Assert.Empty(findings);
        var first = points[0];
        Assert.Equal(("tube_voltage", ModbusArea.Holding, 2, ModbusType.I32, ModbusOrder.Cdab, 0.1m, -5m, "kV"), (first.Name, first.Area, (int)first.Address, first.Type, first.Order, first.Scale, first.Offset, first.Unit));
        Assert.Equal<decimal>([-1, 65535], first.Invalid);
        Assert.Equal((TimeSpan.FromMilliseconds(500), 0.5, true, true, 0, 180), (first.Interval, first.Deadband, first.OnChange, first.Write, first.Min, first.Max));
        Assert.Equal(("clear", "odd", false), (points[1].Map[1], points[1].Map[-2], points[1].OnChange));
        Assert.Equal((ModbusType.Bool, 1, ModbusType.Bool, 10), (points[2].Type, points[2].Bit, points[5].Type, points[7].Size));
        Assert.Equal((TimeSpan.FromSeconds(1), 0, true, false), (points[7].Interval, points[7].Deadband, points[7].OnChange, points[7].Write));
    }

    [Theory]
    [InlineData("""{ "area": "input", "address": 0 }""", "name missing")]
    [InlineData("""{ "name": "p", "address": 0 }""", "area missing")]
    [InlineData("""{ "name": "p", "area": "input" }""", "address missing")]
    [InlineData("""{ "name": "p", "area": "inputs", "address": 0 }""", "area unknown-choice")]
    [InlineData("""{ "name": "p", "area": "input", "address": 65536 }""", "address out-of-range")]
    [InlineData("""{ "name": "p", "area": "input", "address": 65535, "type": "u32" }""", "address out-of-range")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "u31" }""", "type unknown-choice")]
    [InlineData("""{ "name": "p", "area": "coil", "address": 0, "type": "u16" }""", "type contradiction")]
    [InlineData("""{ "name": "p", "area": "coil", "address": 0, "bit": 1 }""", "bit contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "bool" }""", "bit missing")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "bit": 16 }""", "bit out-of-range")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "bit": 1, "type": "u32" }""", "bit contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "bit": 1, "order": "ABCD" }""", "order contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "order": "CDAB" }""", "order contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "i16", "order": "DCBA" }""", "order contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "string", "length": 2, "order": "CDAB" }""", "order contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "string" }""", "length missing")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "string", "length": 126 }""", "length out-of-range")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "u32", "length": 2 }""", "length contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "scale": 0 }""", "scale out-of-range")]
    [InlineData("""{ "name": "p", "area": "coil", "address": 0, "scale": 2 }""", "scale contradiction")]
    [InlineData("""{ "name": "p", "area": "coil", "address": 0, "offset": 2 }""", "offset contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "invalid": 65535 }""", "invalid not-a-list")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "invalid": ["x"] }""", "invalid not-a-list")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "map": { "one": "a" } }""", "map not-a-map")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "map": { "1": "" } }""", "map not-a-map")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "map": ["a"] }""", "map not-a-table")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "type": "f32", "map": { "1": "a" } }""", "map contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "interval": "10ms" }""", "interval out-of-range")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "deadband": -1 }""", "deadband out-of-range")]
    [InlineData("""{ "name": "p", "area": "discrete", "address": 0, "deadband": 1 }""", "deadband contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "deadband": 1, "onChange": false }""", "deadband contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "write": true }""", "write contradiction")]
    [InlineData("""{ "name": "p", "area": "holding", "address": 0, "bit": 1, "write": true }""", "write contradiction")]
    [InlineData("""{ "name": "p", "area": "holding", "address": 0, "min": 1 }""", "min contradiction")]
    [InlineData("""{ "name": "p", "area": "holding", "address": 0, "write": true, "min": 2, "max": 1 }""", "max contradiction")]
    [InlineData("""{ "name": "p", "area": "input", "address": 0, "adress": 1 }""", "adress unknown-key")]
    public void Read_AMistake_IsNamedWithItsPath(string point, string expected)
    {
        var findings = Read(point).Findings;

        Assert.Equal([$"units[0].points[0].{expected}"], findings.Select(finding => $"{finding.Path} {finding.Code}"));
        Assert.All(findings, finding => Assert.True(finding.Problem.Zh.Any(letter => letter > 0x4E00) && finding.Right.En.Length > 0));
    }

    [Fact]
    public void Read_NearName_IsOffered()
    {
        Assert.Contains("\"input\"", Read("""{ "name": "p", "area": "inputs", "address": 0 }""").Findings[0].Right.En, StringComparison.Ordinal);
        Assert.Contains("\"address\"", Read("""{ "name": "p", "area": "input", "address": 0, "adress": 1 }""").Findings[0].Right.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_SeveralMistakes_AreAllNamedAtOnce()
    {
        var findings = Read(
            """
            { "name": "a", "area": "input", "address": 0, "type": "u32" },
            { "name": "a", "area": "input", "address": 10 },
            { "name": "b", "area": "input", "address": 1 },
            { "name": "c", "area": "input", "address": 5, "bit": 3 },
            { "name": "d", "area": "input", "address": 5, "bit": 4 },
            { "name": "e", "area": "input", "address": 5, "bit": 3 },
            { "name": "f", "area": "discrete", "address": 7 },
            { "name": "g", "area": "discrete", "address": 7 },
            { "name": "h", "area": "holding", "address": 0 }
            """).Findings;

        Assert.Equal(
            ["[1].name duplicate", "[2].address overlap", "[5].address overlap", "[7].address overlap"],
            findings.Select(finding => $"{finding.Path} {finding.Code}"["units[0].points".Length..]).Order());
        Assert.Contains("\"a\"", findings.Single(finding => finding.Path.Contains("[2]", StringComparison.Ordinal)).Problem.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_FarTooMany_IsOneFinding() =>
        Assert.Equal("too-many", Assert.Single(Read(string.Join(',', Enumerable.Repeat("{}", ModbusPointsReader.Most + 1))).Findings).Code);

    private static (IReadOnlyList<ModbusPoint> Points, IReadOnlyList<Finding> Findings) Read(string points)
    {
        var report = new SettingsReport(new NoSecrets());
        using var document = JsonDocument.Parse($$"""{ "points": [ {{points}} ] }""");
        return (ModbusPointsReader.Read(new SettingsReader(document.RootElement, "units[0]", report)), report.Findings);
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Secret? Resolve(string? file, string? env, string? credential) => null;
    }
}
