using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Tests.Protocol.Nmea;

public sealed class NmeaEpochTests
{
    private readonly NmeaEpoch _epoch = new();

    [Theory]
    [InlineData("R1 G1", "R1+G1")]
    [InlineData("G1 R1", "R1+G1")]
    [InlineData("R1 G1 R2 G2", "R1+G1 R2+G2")]
    [InlineData("R1 R2 R3", "R1 R2 R3")]
    [InlineData("G1 G2", "G1 G2")]
    [InlineData("R1 G2 R2", "R1 R2+G2")]
    [InlineData("G1 R2 G2", "G1 R2+G2")]
    [InlineData("R1 G1 G1 R1", "R1+G1")]
    [InlineData("R1 R1 G1", "R1+G1")]
    [InlineData("R1 G1 R2 G1 G2", "R1+G1 R2+G2")]
    [InlineData("R- G-", "R-+G-")]
    [InlineData("R- R-", "R- R-")]
    [InlineData("R- G- R- G-", "R-+G- R-+G-")]
    [InlineData("R1 X G1", "R1+G1")]
    [InlineData("", "")]
    public void Add_Sentences_MakeMoments(string said, string expected)
    {
        var fixes = new List<string>();
        foreach (string one in said.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Null(_epoch.Add(Sentence(one)));
            Take(fixes);
        }

        _epoch.Close();
        Take(fixes);

        Assert.Equal(expected, string.Join(' ', fixes));
        Assert.False(_epoch.IsOpen);
    }

    [Fact]
    public void Add_BothAreThere_IsWholeAtOnce()
    {
        _epoch.Add(Sentence("R1"));
        Assert.True(_epoch.IsOpen);
        Assert.Null(_epoch.Next());

        _epoch.Add(Sentence("G1"));

        Assert.False(_epoch.IsOpen);
        Assert.NotNull(_epoch.Next());
        Assert.Null(_epoch.Next());
    }

    [Theory]
    [InlineData("RMC", 10, "too-few-values")]
    [InlineData("RMC", 11, null)]
    [InlineData("RMC", 20, null)]
    [InlineData("GGA", 13, "too-few-values")]
    [InlineData("GGA", 14, null)]
    [InlineData("GSV", 0, null)]
    public void Add_NumberOfValues_IsChecked(string type, int values, string? fault) =>
        Assert.Equal(fault, _epoch.Add(new NmeaSentence("GN" + type, [.. Enumerable.Repeat("", values)])));

    private static NmeaSentence Sentence(string one)
    {
        string time = one[1..] == "-" ? "" : one[1..];
        return one[0] switch
        {
            'R' => new NmeaSentence("GNRMC", [time, "A", .. Enumerable.Repeat("", 10)]),
            'G' => new NmeaSentence("GNGGA", [time, .. Enumerable.Repeat("", 13)]),
            _ => new NmeaSentence("GNVTG", []),
        };
    }

    private void Take(List<string> fixes)
    {
        while (_epoch.Next() is { } fix)
        {
            string?[] parts = [Name("R", fix.Rmc?.Time), Name("G", fix.Gga?.Time)];
            fixes.Add(string.Join('+', parts.OfType<string>()));
        }
    }

    private static string? Name(string type, string? time) => time is null ? null : type + (time.Length == 0 ? "-" : time);
}
