using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>What is known of a radio while several words about it are on their way to the disk.</summary>
public sealed class PresenceOrderTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Keep_InTheWrongOrder_TheLaterWordCounts()
    {
        var register = new PresenceRegister(_time);
        var offline = register.Plan(7, "offline", "deregistration", null, "link");
        _time.Advance(TimeSpan.FromMilliseconds(1));
        var online = register.Plan(7, "online", "registration", TimeSpan.FromMinutes(30), "link");

        register.Keep(online);
        register.Keep(offline);

        Assert.Equal("online", register.Find(7)!.State);
    }

    [Fact]
    public void Expired_WhileAWordIsOnItsWay_IsNotJudged()
    {
        var register = new PresenceRegister(_time);
        register.Keep(register.Plan(7, "online", "registration", TimeSpan.FromMinutes(30), "link"));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.True(register.IsExpired(7, "link"));

        register.Begin(7);
        register.Begin(7);
        register.End(7);
        Assert.Empty(register.Expired("link"));
        Assert.False(register.IsExpired(7, "link"));

        register.End(7);
        Assert.Single(register.Expired("link"));
    }

    [Fact]
    public void CheckFailed_WhileAWordIsOnItsWay_DoesNotCount()
    {
        var register = new PresenceRegister(_time);
        register.Keep(register.Plan(7, "unknown", "silence", null, "link"));
        Assert.Equal(1, register.CheckFailed(7));

        register.Begin(7);

        Assert.Equal(0, register.CheckFailed(7));
    }
}
