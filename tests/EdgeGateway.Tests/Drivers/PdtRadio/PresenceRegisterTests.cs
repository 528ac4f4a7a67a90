using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public class PresenceRegisterTests
{
    private static readonly TimeSpan s_valid = TimeSpan.FromMinutes(30);

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Expired_AfterTimeAndGrace_WhateverTheWallClockDoes()
    {
        var register = Registered();
        _time.JumpWallClock(TimeSpan.FromDays(1));
        _time.Advance(TimeSpan.FromSeconds(1979));
        Assert.Empty(register.Expired("link-1"));

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(7, register.Expired("link-1").Single().Radio);
        Assert.Empty(register.Expired("link-2"));
    }

    [Fact]
    public void Keep_WhatWasSeenMeanwhile_StaysSeen()
    {
        var register = new PresenceRegister(_time);
        var planned = register.Plan(7, PresenceStates.Online, PresenceStates.Registration, s_valid, "link-1");
        register.Seen(7, 2, "link-2");

        register.Keep(planned);

        var known = register.Find(7)!;
        Assert.Equal((PresenceStates.Online, 2, "link-2", _time.GetUtcNow()), (known.State, known.Slot, known.Via, known.LastSeen));
    }

    [Fact]
    public void Prolong_MovesTheDeadline()
    {
        var register = Registered();
        _time.Advance(TimeSpan.FromSeconds(1000));

        register.Prolong(7, s_valid);

        _time.Advance(TimeSpan.FromSeconds(1979));
        Assert.Empty(register.Expired("link-1"));
    }

    [Fact]
    public void TakeToCheck_GivesARadioOutOnceInHalfAMinute()
    {
        var register = Registered();
        register.Keep(register.Plan(7, PresenceStates.Unknown, PresenceStates.Silence, null, "link-1"));

        Assert.Equal(7, register.TakeToCheck("link-1")!.Radio);
        Assert.Null(register.TakeToCheck("link-1"));
        Assert.Equal(1, register.CheckFailed(7));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(7, register.TakeToCheck("link-1")!.Radio);
        Assert.Equal(2, register.CheckFailed(7));
    }

    [Fact]
    public void Put_MoreThanFit_TheOneLongestNotHeardGoesFirst_OnlineOnesLast()
    {
        var register = Registered();
        for (int radio = 100; radio < 100 + PresenceRegister.Most; radio++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            register.Seen(radio, null, "link-1");
        }

        Assert.NotNull(register.Find(7));
        Assert.Null(register.Find(100));
        Assert.NotNull(register.Find(101));
    }

    private PresenceRegister Registered()
    {
        var register = new PresenceRegister(_time);
        register.Keep(register.Plan(7, PresenceStates.Online, PresenceStates.Registration, s_valid, "link-1"));
        return register;
    }
}
