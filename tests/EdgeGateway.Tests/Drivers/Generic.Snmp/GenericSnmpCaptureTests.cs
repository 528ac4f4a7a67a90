using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

/// <summary>Answers of agents through the reader and the walk that the driver uses, against values written by hand.</summary>
public sealed class GenericSnmpCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "generic-snmp");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Read_Capture_GivesWhatTheDocumentSays(string name)
    {
        string folder = Path.Combine(s_root, name);
        byte[] datagram = Convert.FromHexString(string.Concat(File.ReadAllText(Path.Combine(folder, "frames.hex")).Where(char.IsAsciiHexDigit)));

        var read = SnmpReader.Read(datagram, SnmpVersion.V2c);

        Assert.True(File.Exists(Path.Combine(folder, "origin")));
        if (File.Exists(Path.Combine(folder, "expected.fault")))
        {
            Assert.Equal(File.ReadAllText(Path.Combine(folder, "expected.fault")).Trim(), read.Fault);
            return;
        }

        var walked = new WalkedTable(PrinterMib.Supplies, WalkLimits.Usual, isBulk: true);
        walked.Take(walked.Next(), read.Message!);
        Assert.Empty(walked.Next());
        Assert.True(walked.Table.IsWhole);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        var found = new JsonObject(walked.Table.Rows.Select(row => KeyValuePair.Create(row.Index, (JsonNode?)Cells(row))));
        Assert.True(JsonNode.DeepEquals(expected, found), JsonSerializer.Serialize(found));
    }

    private static JsonObject Cells(SnmpRow row) =>
        new(PrinterMib.Supplies.Where(column => row[column] is not null).Select(column => KeyValuePair.Create(column.Text.Split('.')[^1], (JsonNode?)Convert.ToHexStringLower(row[column]!.Content.Span))));
}
