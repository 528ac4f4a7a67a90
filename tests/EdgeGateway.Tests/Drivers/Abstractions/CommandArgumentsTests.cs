using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Tests.Drivers.Abstractions;

public class CommandArgumentsTests
{
    [Theory]
    [InlineData("""{}""", true)]
    [InlineData("""{"to":1}""", true)]
    [InlineData("""{"to":1,"text":"a"}""", true)]
    [InlineData("""{"to":1,"more":"a"}""", false)]
    [InlineData("""["to"]""", false)]
    [InlineData("""{"\ud800":1}""", false)]
    public void HasOnly_TheseNames_OrNothingElse(string args, bool has) => Assert.Equal(has, Args(args).HasOnly("to", "text"));

    [Theory]
    [InlineData("""{"text":"a"}""", "a")]
    [InlineData("""{"text":""}""", "")]
    [InlineData("""{"text":1}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""{"text":"half \ud800"}""", null)]
    public void Word_OnlyOfAText(string args, string? word) => Assert.Equal(word, Args(args).Word("text"));

    private static JsonElement Args(string json) => JsonDocument.Parse(json).RootElement;
}
