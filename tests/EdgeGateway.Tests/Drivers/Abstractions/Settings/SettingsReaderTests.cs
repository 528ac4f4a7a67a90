using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Tests.Drivers.Abstractions.Settings;

public sealed class SettingsReaderTests
{
    private static readonly Words s_right = new("write it", "请写");
    private static readonly Dictionary<string, int> s_choices = new() { ["push"] = 1, ["pull"] = 2 };

    private readonly SettingsReport _report = new(new NoSecrets());

    [Theory]
    [InlineData("\"30\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("1.5")]
    [InlineData("1e99")]
    [InlineData("99999999999")]
    [InlineData("-1")]
    [InlineData("101")]
    public void Whole_NotAWholeNumberInRange_IsAFindingAndTheDefault(string value)
    {
        int number = Reader($"{{\"n\": {value}}}").Whole("n", 7, 0, 100);

        Assert.Equal(7, number);
        Assert.Equal([("n", "out-of-range")], Seen());
    }

    [Fact]
    public void Whole_Bounds_AreIncluded()
    {
        var reader = Reader("{\"a\": 0, \"b\": 100}");

        Assert.Equal((0, 100, 7), (reader.Whole("a", 7, 0, 100), reader.Whole("b", 7, 0, 100), reader.Whole("c", 7, 0, 100)));
        Assert.Empty(Seen());
    }

    [Theory]
    [InlineData("\"NaN\"")]
    [InlineData("1e999")]
    [InlineData("-1e999")]
    [InlineData("90.0001")]
    [InlineData("{}")]
    public void Number_NotInRange_IsAFindingAndTheDefault(string value)
    {
        double number = Reader($"{{\"lat\": {value}}}").Number("lat", 1.5, -90, 90);

        Assert.Equal(1.5, number);
        Assert.Equal([("lat", "out-of-range")], Seen());
    }

    [Fact]
    public void Number_WholeAndFraction_AreBothNumbers()
    {
        var reader = Reader("{\"a\": 23, \"b\": -23.16}");

        Assert.Equal(23, reader.Number("a", 0, -90, 90));
        Assert.Equal(-23.16, reader.Number("b", 0, -90, 90));
        Assert.Empty(Seen());
    }

    [Fact]
    public void RequiredNumber_MissingAndWrong_AreOneFindingEach()
    {
        var reader = Reader("{\"lon\": \"113\"}");

        Assert.Equal(0, reader.RequiredNumber("lat", -90, 90, s_right));
        Assert.Equal(0, reader.RequiredNumber("lon", -180, 180, s_right));
        Assert.Equal([("lat", "missing"), ("lon", "out-of-range")], Seen());
    }

    [Fact]
    public void Duration_NumberWithoutUnit_IsAFindingThatShowsTheRange()
    {
        var span = Reader("{\"t\": 30}").Duration("t", TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.FromSeconds(9), span);
        Assert.Contains("from \"1s\" to \"1h\"", Assert.Single(_report.Findings).Right.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Size_InRange_IsBytes()
    {
        Assert.Equal(32 * 1024 * 1024, Reader("{\"s\": \"32MB\"}").Size("s", 0, 1, long.MaxValue));
        Assert.Empty(Seen());
    }

    [Fact]
    public void Choice_Known_IsTaken() => Assert.Equal(2, Reader("{\"c\": \"pull\"}").Choice("c", 1, s_choices));

    [Fact]
    public void Choice_Missing_IsTheDefaultWithoutAFinding()
    {
        Assert.Equal(1, Reader("{}").Choice("c", 1, s_choices));
        Assert.Empty(Seen());
    }

    [Fact]
    public void Choice_Unknown_NamesTheNearest()
    {
        Assert.Equal(1, Reader("{\"c\": \"pul\"}").Choice("c", 1, s_choices));
        Assert.Contains("did you mean \"pul", Assert.Single(_report.Findings).Right.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Choice_NotAText_IsOneFinding()
    {
        Assert.Equal(1, Reader("{\"c\": 5}").Choice("c", 1, s_choices));
        Assert.Equal([("c", "not-a-text")], Seen());
    }

    [Fact]
    public void Flag_Word_IsAFinding()
    {
        Assert.True(Reader("{\"f\": \"yes\"}").Flag("f", true));
        Assert.Equal([("f", "not-true-or-false")], Seen());
    }

    [Theory]
    [InlineData("{}", "missing")]
    [InlineData("{\"host\": \"\"}", "missing")]
    [InlineData("{\"host\": \"  \"}", "missing")]
    [InlineData("{\"host\": 5}", "not-a-text")]
    [InlineData("{\"host\": null}", "not-a-text")]
    public void RequiredText_NotThere_IsExactlyOneFinding(string json, string code)
    {
        Assert.Empty(Reader(json).RequiredText("host", s_right));
        Assert.Equal([("host", code)], Seen());
    }

    [Fact]
    public void Secret_Reference_IsResolved()
    {
        Assert.Equal("hush", Reader("{\"password\": {\"env\": \"KNOWN\"}}").Secret("password")?.Reveal());
        Assert.Empty(Seen());
    }

    [Theory]
    [InlineData("{\"password\": \"hunter2\"}", "secret-in-file")]
    [InlineData("{\"password\": {\"env\": \"hunter2\"}}", "secret-not-found")]
    [InlineData("{\"password\": {\"env\": \"KNOWN\", \"file\": \"hunter2\"}}", "secret-not-found")]
    public void Secret_Wrong_IsAFindingThatDoesNotShowIt(string json, string code)
    {
        Assert.Null(Reader(json).Secret("password"));

        var finding = Assert.Single(_report.Findings);
        Assert.Equal(code, finding.Code);
        Assert.DoesNotContain("hunter2", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_Printed_ShowsNothing() => Assert.Equal("(secret)", $"{new Secret("hunter2")}");

    [Fact]
    public void RequiredSecret_Missing_IsAFinding()
    {
        Assert.Null(Reader("{}").RequiredSecret("token"));
        Assert.Equal([("token", "missing")], Seen());
    }

    [Fact]
    public void RequiredSection_Missing_IsOneFindingWhateverIsAskedOfIt()
    {
        var site = Reader("{}").RequiredSection("site", s_right);

        Assert.Empty(site.RequiredText("code", s_right));
        Assert.Empty(site.Items("parts"));
        Assert.Null(site.Section("position"));
        site.Finish();
        Assert.Equal([("site", "missing")], Seen());
    }

    [Fact]
    public void Section_NotAnObject_IsOneFindingWhateverIsAskedOfIt()
    {
        var site = Reader("{\"site\": \"440100000012100001\"}").Section("site");

        Assert.NotNull(site);
        Assert.Empty(site.RequiredText("code", s_right));
        site.Finish();
        Assert.Equal([("site", "not-an-object")], Seen());
    }

    [Fact]
    public void Items_OneIsNotAnObject_TheOthersAreRead()
    {
        var items = Reader("{\"devices\": [{\"id\": \"a\"}, 5, {\"id\": \"c\"}]}").Items("devices");

        Assert.Equal(["a", "c"], items.Select(item => item.Text("id")).OfType<string>());
        Assert.Equal([("devices[1]", "not-an-object")], Seen());
    }

    [Theory]
    [InlineData("{}", "missing")]
    [InlineData("{\"devices\": []}", "missing")]
    [InlineData("{\"devices\": {}}", "not-a-list")]
    public void RequiredItems_None_IsExactlyOneFinding(string json, string code)
    {
        Assert.Empty(Reader(json).RequiredItems("devices", s_right));
        Assert.Equal([("devices", code)], Seen());
    }

    [Fact]
    public void Finish_UnknownAndDoubledNames_AreFindingsWithTheNearestName()
    {
        var reader = Reader("{\"hsot\": 1, \"port\": 1, \"port\": 2}");
        _ = (reader.Text("host"), reader.Whole("port", 0, 0, 9));
        reader.Finish();

        Assert.Equal([("hsot", "unknown-key"), ("port", "twice")], Seen());
        Assert.Contains("\"host\"", _report.Findings[0].Right.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Finish_HundredThousandUnknownNames_StopsAtTheLimitAndSaysSo()
    {
        var reader = Reader($"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"k{i}\": 1"))}}}");
        reader.Finish();

        Assert.Equal(SettingsReport.Most + 1, _report.Findings.Count);
        Assert.Equal("too-many", _report.Findings[^1].Code);
    }

    private SettingsReader Reader(string json) => new(JsonDocument.Parse(json).RootElement, string.Empty, _report);

    private (string, string)[] Seen() => [.. _report.Findings.Select(finding => (finding.Path, finding.Code))];
}
