using EdgeGateway.Protocol.Contract;
using EdgeGateway.Telemetry;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Downlink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Downlink;

public sealed class SubscriptionsTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly FaultCounters _faults = new();
    private readonly Topics _topics = new("edge/v1", "site-1", "gw-1");
    private readonly Subscriptions _subscriptions;

    public SubscriptionsTests() => _subscriptions = new Subscriptions(_topics, _faults, _time, NullLogger<Subscriptions>.Instance);

    [Fact]
    public async Task Begin_AnyLink_AsksForItsOwnDownAndThePlatforms()
    {
        var client = new FakeMqttClient();
        await BeginAsync(client);
        Assert.Equal([_topics.Down, _topics.PlatformPresence], client.Filters);
    }

    [Fact]
    public async Task Begin_Refused_IsCountedAndAskedAgainWithTheNextLink()
    {
        var client = new FakeMqttClient { Grant = _ => 0x87 };
        await BeginAsync(client);
        await BeginAsync(client);
        Assert.Equal(4, client.Filters.Count);
        Assert.Equal(4, _faults.All()["downlink/subscription-refused"]);
    }

    [Fact]
    public async Task Begin_NeverAnswered_GoesOnAfterAWhile()
    {
        var client = new FakeMqttClient { Grant = _ => null };
        var beginning = BeginAsync(client);
        for (int filter = 1; filter <= 2; filter++)
        {
            await Eventually.TrueAsync(() => client.Filters.Count == filter && _time.Timers == 1, "waits");
            Assert.False(beginning.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(15));
        }

        await beginning.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2, _faults.All()["downlink/subscription-unanswered"]);
    }

    [Fact]
    public async Task Begin_BrokerEndsTheLinkInstead_EveryThirdLinkGoesWithoutSoThatReadingsArrive()
    {
        var asked = new List<int>();
        for (int link = 0; link < 6; link++)
        {
            var client = new FakeMqttClient { Grant = _ => null };
            client.Break();
            await BeginAsync(client);
            asked.Add(client.Filters.Count);
        }

        Assert.Equal([1, 1, 0, 1, 1, 0], asked);
    }

    private Task BeginAsync(FakeMqttClient client) => _subscriptions.BeginAsync(
        new Link(client, new MqttConnection(5, 20, null, true, TimeSpan.FromSeconds(60), true), new SendWindow(20)), default);
}
