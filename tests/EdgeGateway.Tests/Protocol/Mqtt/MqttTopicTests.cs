using EdgeGateway.Protocol.Mqtt;

namespace EdgeGateway.Tests.Protocol.Mqtt;

public sealed class MqttTopicTests
{
    /// <summary>Examples of section 4.7 and their borders.</summary>
    [Theory]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true)]
    [InlineData("sport/#", "sport", true)]
    [InlineData("sport/#", "sports", false)]
    [InlineData("#", "a/b", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player1", true)]
    [InlineData("sport/tennis/+", "sport/tennis/player1/ranking", false)]
    [InlineData("sport/+", "sport", false)]
    [InlineData("sport/+", "sport/", true)]
    [InlineData("+/+", "/finance", true)]
    [InlineData("/+", "/finance", true)]
    [InlineData("+", "/finance", false)]
    [InlineData("+/monitor/Clients", "$SYS/monitor/Clients", false)]
    [InlineData("#", "$SYS/x", false)]
    [InlineData("$SYS/#", "$SYS/x", true)]
    [InlineData("a/b", "a/b/", false)]
    [InlineData("a/+/#", "a", false)]
    [InlineData("ACCOUNTS", "Accounts", false)]
    public void Matches_Example_AsTheStandardSays(string filter, string topic, bool matches) =>
        Assert.Equal(matches, MqttTopic.Matches(filter, topic));

    [Theory]
    [InlineData("#", true)]
    [InlineData("a/#", true)]
    [InlineData("+/tennis/#", true)]
    [InlineData("/", true)]
    [InlineData("a//b", true)]
    [InlineData("sport+", false)]
    [InlineData("sport/tennis#", false)]
    [InlineData("sport/#/ranking", false)]
    [InlineData("##", false)]
    [InlineData("", false)]
    [InlineData("a\0", false)]
    public void IsFilter_Example_AsTheStandardSays(string filter, bool valid) => Assert.Equal(valid, MqttTopic.IsFilter(filter));
}
