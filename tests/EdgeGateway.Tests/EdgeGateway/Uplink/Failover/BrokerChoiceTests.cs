using EdgeGateway.Configuration;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Failover;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Failover;

public sealed class BrokerChoiceTests
{
    private static readonly LinkOutcome s_unreachable = new("nobody answers");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Next_TheFirstFails_TheOthersAreTriedAtOnceAndThenTheRoundIsOver()
    {
        var choice = Make(3);
        Assert.Equal([0, 1, 2, null, 0], [Fail(choice, choice.Next()), Fail(choice, choice.Next()), Fail(choice, choice.Next()), choice.Next(), choice.Next()]);
    }

    [Fact]
    public void Next_ALongConnectionToTheSecondEnds_TheFirstIsTriedBeforeIt()
    {
        var choice = Make(2);
        Fail(choice, choice.Next());
        choice.Connected(choice.Next()!.Value);
        choice.Ended(1, new LinkOutcome("cut", Lived: TimeSpan.FromMinutes(1)));
        Assert.Equal(0, choice.Next());
    }

    [Fact]
    public void Next_ConnectionsThatDieAtOnce_DoNotGoRoundWithoutEnd()
    {
        var choice = Make(2);
        for (int i = 0; i < 2; i++)
        {
            int broker = choice.Next()!.Value;
            choice.Connected(broker);
            choice.Ended(broker, new LinkOutcome("cut", Lived: TimeSpan.FromMilliseconds(5)));
        }

        Assert.Null(choice.Next());
    }

    [Theory]
    [InlineData(0x86)]
    [InlineData(0x87)]
    public void Next_OneBrokerRefusesUs_ItAloneIsLeftAlone(byte reason)
    {
        var choice = Make(2);
        choice.Ended(0, new LinkOutcome("not authorised", reason));
        Assert.Equal(1, Fail(choice, choice.Next()));
        Assert.Null(choice.Next());
        Assert.Equal(1, choice.Next());
        Assert.Equal(TimeSpan.Zero, choice.Closed());
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(0, choice.Next());
    }

    [Fact]
    public void Next_OneIsDeaf_TheOthersComeBeforeItAndItIsTheLastResort()
    {
        var choice = Make(2);
        choice.Connected(0);
        choice.Ended(0, new LinkOutcome("deaf", Lived: TimeSpan.FromSeconds(30), Deaf: true));
        Fail(choice, choice.Next());
        Assert.Null(choice.Next());
        Assert.True(choice.IsDeaf(0));
        Assert.Equal(1, Fail(choice, choice.Next()));
        Assert.Equal(0, choice.Next());
    }

    [Theory]
    [InlineData("b2.example", 2)]
    [InlineData("other.example B2.EXAMPLE:1883", 2)]
    [InlineData("b2.example:8883", 1)]
    [InlineData("stranger.example", 1)]
    [InlineData(null, 1)]
    public void Next_BrokerNamesAnother_IsFollowedOnlyInsideTheList(string? reference, int next)
    {
        var choice = Make(3);
        choice.Ended(0, new LinkOutcome("moved", 0x9D, reference));
        Assert.Equal(next, choice.Next());
    }

    [Fact]
    public void Next_TwoBrokersSendUsToEachOther_IsFollowedOnce()
    {
        var choice = Make(2);
        choice.Ended(0, new LinkOutcome("moved", 0x9D, "b1.example"));
        choice.Ended(choice.Next()!.Value, new LinkOutcome("moved", 0x9D, "b0.example"));
        Assert.Null(choice.Next());
    }

    [Fact]
    public void Ended_TakenOverOnce_ThatBrokerWaitsAMinuteOrTwo()
    {
        var choice = Make(1);
        Assert.True(choice.Ended(0, new LinkOutcome("taken over", 0x8E)));
        Assert.Null(choice.Next());
        Assert.InRange(choice.Closed(), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
    }

    [Fact]
    public void Ended_TakenOverThreeTimesInTenMinutes_AllRestForTenMinutes()
    {
        var choice = Make(2);
        for (int i = 0; i < 3; i++)
        {
            choice.Ended(0, new LinkOutcome("taken over", 0x8E));
            _time.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.Null(choice.Next());
        _time.Advance(TimeSpan.FromMinutes(6.9));
        Assert.Null(choice.Next());
        _time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.NotNull(choice.Next());
    }

    [Fact]
    public void Ended_TakenOverThreeTimesInAnHour_DoesNotRest()
    {
        var choice = Make(2);
        for (int i = 0; i < 3; i++)
        {
            choice.Ended(0, new LinkOutcome("taken over", 0x8E));
            _time.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.NotNull(choice.Next());
    }

    private static int? Fail(BrokerChoice choice, int? broker)
    {
        choice.Ended(broker!.Value, s_unreachable);
        return broker;
    }

    private BrokerChoice Make(int brokers) => new(
        new UplinkSettings { Brokers = [.. Enumerable.Range(0, brokers).Select(static n => new BrokerSettings { Host = $"b{n}.example", Port = 1883 })] },
        new FailoverLimits(), _time, new Random(1));
}
