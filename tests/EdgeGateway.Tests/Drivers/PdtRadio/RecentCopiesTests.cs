using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

public class RecentCopiesTests
{
    private const int Most = 8;

    private readonly FakeTimeProvider _time = new();
    private readonly RecentCopies<string> _copies = new(TimeSpan.FromSeconds(60), Most);

    [Theory]
    [InlineData(59, "first")]
    [InlineData(60, "second")]
    public void Enter_ACopy_IsTheFirstAgainAfterTheSpan(int seconds, string known)
    {
        Assert.Equal("first", Enter("k", "first"));
        _time.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(known, Enter("k", "second"));
        Assert.Equal(known, _copies.Find("k"));
    }

    [Fact]
    public void Enter_MoreThanAreKept_ForgetsTheOldestAndNoneForACopy()
    {
        for (int i = 0; i < Most; i++)
        {
            Enter($"{i}", "first");
        }

        Assert.Equal("first", Enter("0", "second"));
        Enter("one more", "first");

        Assert.Null(_copies.Find("0"));
        Assert.Equal("first", _copies.Find("1"));
    }

    [Fact]
    public void Forget_One_LeavesAnotherUnderTheSameKey()
    {
        Enter("k", "first");
        _copies.Forget("k", "first");
        Enter("k", "second");

        _copies.Forget("k", "first");

        Assert.Equal("second", _copies.Find("k"));
    }

    [Fact]
    public void Forget_EachThatIsSo_LeavesTheRest()
    {
        Enter("a", "safe");
        Enter("b", "lost");

        _copies.Forget(one => one == "lost");

        Assert.Equal(("safe", "again"), (Enter("a", "again"), Enter("b", "again")));
    }

    private string Enter(string key, string one) => _copies.Enter(key, one, _time);
}
