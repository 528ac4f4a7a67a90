using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Transport.Folders;

public sealed class StandingTests
{
    private static readonly IReadOnlySet<string> s_none = new HashSet<string>();
    private static readonly TimeSpan s_settle = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new();
    private readonly Standing _standing;

    public StandingTests() => _standing = new Standing(s_settle, _time);

    [Fact]
    public void Look_StandsStill_IsCompleteAfterTheTime()
    {
        Assert.Empty(Look(Entry("a", 1)));
        _time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.Empty(Look(Entry("a", 1)));
        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(["a"], Look(Entry("a", 1)));
    }

    [Fact]
    public void Look_GrowsOrIsTouched_BeginsAnew()
    {
        Look(Entry("a", 1));
        _time.Advance(s_settle);
        Assert.Empty(Look(Entry("a", 2)));
        _time.Advance(s_settle);
        Assert.Empty(Look(new FolderEntry("a", new FileFacts(1, 2, 99))));
        _time.Advance(s_settle);
        Assert.Equal(["a"], Look(new FolderEntry("a", new FileFacts(1, 2, 99))));
    }

    [Fact]
    public void Look_JumpOfTheWallClock_IsNoTime()
    {
        Look(Entry("a", 1));
        _time.JumpWallClock(TimeSpan.FromDays(1));

        Assert.Empty(Look(Entry("a", 1)));
    }

    [Fact]
    public void Look_PassingNameGoneAndItsFileUnderAnother_IsCompleteWithoutAHint()
    {
        Look(Entry("a.tmp", 1));

        Assert.Equal(["a"], Look(Entry("a", 1)));
    }

    [Fact]
    public void Look_PassingNameStillThere_IsNoRename()
    {
        Look(Entry("a.tmp", 1));

        Assert.Empty(Look(Entry("a.tmp", 1), Entry("a", 1)));
    }

    [Fact]
    public void Look_HintAfterTheFileWasSeen_StillCounts()
    {
        Look(Entry("a", 1));

        Assert.Equal(["a"], _standing.Look([Entry("a", 1)], new HashSet<string> { "a" }).Select(entry => entry.Name));
    }

    [Fact]
    public void Later_RenamedFile_SettlesBeforeItComesAgain()
    {
        Look(Entry("a.tmp", 1));
        Look(Entry("a", 1));

        _standing.Later("a");

        Assert.Empty(Look(Entry("a", 1)));
        _time.Advance(s_settle);
        Assert.Equal(["a"], Look(Entry("a", 1)));
        Assert.Equal(s_settle, _standing.Of("a"));
    }

    [Fact]
    public void Look_Several_AreInTheOrderOfTheirTimes()
    {
        FolderEntry[] all = [new("c", new FileFacts(1, 1, 5)), new("a", new FileFacts(2, 1, 7)), new("b", new FileFacts(3, 1, 5))];
        _standing.Look(all, s_none);
        _time.Advance(s_settle);

        Assert.Equal(["b", "c", "a"], _standing.Look(all, s_none).Select(entry => entry.Name));
        Assert.Equal(TimeSpan.Zero, _standing.Until());
    }

    private IEnumerable<string> Look(params IReadOnlyList<FolderEntry> entries) => _standing.Look(entries, s_none).Select(entry => entry.Name);

    private static FolderEntry Entry(string name, long bytes) => new(name, new FileFacts(1, bytes, 5));
}
