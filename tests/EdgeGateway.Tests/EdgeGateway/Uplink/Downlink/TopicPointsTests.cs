using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Downlink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Downlink;

public sealed class TopicPointsTests
{
    private readonly InMemoryReadingStore _store = new();
    private readonly Topics _topics = new("edge/v1", "site-1", "gw-1");
    private readonly TopicPoints _points;

    public TopicPointsTests() => _points = new TopicPoints(_topics, _store, new HurriedTime(50), NullLogger<TopicPoints>.Instance);

    [Fact]
    public async Task Begin_QuestionComesBackWithASlash_PointsBecomeUnderscoresForEver()
    {
        Assert.Equal("up/x.y", await TopicAfterAsync(Echoing(static topic => topic.Replace('.', '/')), 5));
        Assert.Equal("up/x_y", await TopicAfterAsync(Echoing(static topic => topic.Replace('.', '/')), 4));
        var second = new FakeMqttClient();
        Assert.Equal("up/x_y", await TopicAfterAsync(second, 4));
        Assert.Single(second.Published);
    }

    [Fact]
    public async Task Begin_QuestionComesBackAsItWas_PointsStay() =>
        Assert.Equal("up/x.y", await TopicAfterAsync(Echoing(static topic => topic), 4));

    [Fact]
    public async Task Begin_QuestionNeverComesBack_PointsStay() =>
        Assert.Equal("up/x.y", await TopicAfterAsync(new FakeMqttClient(), 4));

    [Fact]
    public async Task Begin_NotEvenAcknowledged_NothingIsRemembered()
    {
        Assert.Equal("up/x.y", await TopicAfterAsync(new FakeMqttClient { Answer = static message => message.Topic.EndsWith("points", StringComparison.Ordinal) ? null : 0 }, 4));
        Assert.Equal("up/x_y", await TopicAfterAsync(Echoing(static topic => topic.Replace('.', '/')), 4));
    }

    [Fact]
    public async Task Begin_LinkEndsOverItTwice_TheThirdReplacesWithoutAsking()
    {
        for (int link = 1; link <= 2; link++)
        {
            var ending = new FakeMqttClient();
            ending.Answer = _ =>
            {
                ending.Break();
                return null;
            };
            await Assert.ThrowsAsync<IOException>(() => TopicAfterAsync(ending, 4));
        }

        var third = new FakeMqttClient();
        Assert.Equal("up/x_y", await TopicAfterAsync(third, 4));
        Assert.Single(third.Published);
    }

    private FakeMqttClient Echoing(Func<string, string> spelling) => new()
    {
        Answer = message =>
        {
            _points.Notice(spelling(message.Topic));
            return 0;
        },
    };

    /// <returns>How a topic with a point travels over a link to the broker.</returns>
    private async Task<string> TopicAfterAsync(FakeMqttClient client, int version)
    {
        var link = new Link(client, new MqttConnection(version, 20, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(20)) { Broker = "broker:1883" };
        await _points.BeginAsync(link, default);
        await link.Client.PublishAsync(new MqttMessage { Topic = "up/x.y", Payload = default });
        return client.Published[^1].Topic;
    }
}
