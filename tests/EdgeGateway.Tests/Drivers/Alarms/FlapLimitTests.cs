using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Alarms;

public sealed class FlapLimitTests
{
    private static readonly FlapRule s_rule = new(2, TimeSpan.FromMinutes(10));

    private readonly FakeTimeProvider _time = new();
    private readonly FlapLimit _limit = new();

    [Fact]
    public void Admits_BeyondTheRule_StaysQuietUntilTheWindowHasRoom()
    {
        Assert.True(Admits("a"));
        Assert.True(Admits("a"));
        Assert.False(Admits("a"));
        Assert.True(_limit.Mutes("a", s_rule, _time));
        Assert.True(Admits("b"));

        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.False(_limit.Mutes("a", s_rule, _time));
        Assert.True(Admits("a"));
    }

    [Fact]
    public void Admits_NamesThatADeviceInvents_AreBounded()
    {
        for (int i = 0; i < 3 * FlapLimit.MostKeys; i++)
        {
            Admits($"name-{i}");
            Admits("steady");
        }

        Assert.Equal(FlapLimit.MostKeys, _limit.Keys);
        Assert.False(_limit.HasRoom(("x", $"name-{(3 * FlapLimit.MostKeys) - 1}"), s_rule with { Most = 1 }, _time));
        Assert.True(_limit.HasRoom(("x", "name-0"), s_rule with { Most = 1 }, _time));
    }

    [Fact]
    public void HasRoom_OfSomethingThatIsLongAgoOrNever_KeepsNothing()
    {
        Admits("a");
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.True(_limit.HasRoom(("x", "a"), s_rule, _time));
        Assert.True(_limit.HasRoom(("x", "b"), s_rule, _time));

        Assert.Equal(0, _limit.Keys);
    }

    [Fact]
    public void Began_OnAndOnWithoutBeingAsked_KeepsNoMoreThanDecides()
    {
        for (int i = 0; i < 1000; i++)
        {
            _limit.Began(("x", "a"), s_rule, _time);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(s_rule.Most, _limit.Begins);
        Assert.False(_limit.HasRoom(("x", "a"), s_rule, _time));
        _time.Advance(s_rule.Window - TimeSpan.FromSeconds(2));
        Assert.True(_limit.HasRoom(("x", "a"), s_rule, _time));
    }

    private bool Admits(string name) => _limit.Admits(("x", name), s_rule, _time);
}
