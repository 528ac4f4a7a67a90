using System.Text.Json;
using EdgeGateway.Sim.Verification;

namespace EdgeGateway.Tests.FirmwareSim.Verification;

public sealed class FactCheckTests
{
    private const string Data = """{"radioId":2308195,"position":{"lat":23.1291,"lon":-0.5},"text":"你好 7","flag":true,"nothing":null,"evidence":["LP b003","RCP b844"],"empty":""}""";

    [Theory]
    [InlineData("radioId", "2308195")]
    [InlineData("radioId", "2308195.0")]
    [InlineData("position.lat", "23.1291")]
    [InlineData("position.lat", "23.129")]
    [InlineData("position.lat", "23.129100")]
    [InlineData("position.lon", "-0.50")]
    [InlineData("text", "你好 7")]
    [InlineData("flag", "true")]
    [InlineData("evidence.1", "RCP b844")]
    [InlineData("missing", "")]
    [InlineData("nothing", "")]
    [InlineData("text.inside", "")]
    public void Difference_FactHolds_None(string path, string told) => Assert.Null(Check(path, told));

    [Theory]
    [InlineData("radioId", "2308194")]
    [InlineData("radioId", "")]
    [InlineData("radioId", "abc")]
    [InlineData("position.lat", "23.12911")]
    [InlineData("position.lat", "23.12")]
    [InlineData("position.lat", "23")]
    [InlineData("position.lon", "0.5")]
    [InlineData("text", "你好 8")]
    [InlineData("text", "")]
    [InlineData("empty", "")]
    [InlineData("flag", "false")]
    [InlineData("nothing", "null")]
    [InlineData("missing", "0")]
    [InlineData("evidence.2", "LP b003")]
    [InlineData("evidence.x", "LP b003")]
    public void Difference_FactDoesNotHold_IsNamed(string path, string told) => Assert.StartsWith(path + ": told ", Check(path, told), StringComparison.Ordinal);

    [Fact]
    public void Difference_DataNotKept_ProvesNothing()
    {
        Assert.NotNull(FactCheck.Difference(new Dictionary<string, string> { ["a"] = "" }, null));
        Assert.Null(FactCheck.Difference(new Dictionary<string, string>(), null));
    }

    private static string? Check(string path, string told)
    {
        using var document = JsonDocument.Parse(Data);
        return FactCheck.Difference(new Dictionary<string, string> { [path] = told }, document.RootElement);
    }
}
