using EdgeGateway.Pipeline.HotList;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;

public sealed class NoticeBoxTests : IAsyncLifetime
{
    private readonly HotListSite _site = new();

    public Task InitializeAsync() => _site.PutAsync(_site.Entry("e-1", "苏A3HK57", entry => entry with { NotifyAt = "http://10.1.2.3/VIID/DispositionNotifications", Fuzzy = true }));

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Notices_Hit_IsToldOnceAndGoneWhenAnswered()
    {
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1"));
        await _site.TakeAsync(_site.Reading("苏A8HK57", "n-2"));

        var notices = await _site.NoticesAsync(2);
        Assert.Equal([false, true], notices.Select(notice => notice.Possible));
        Assert.Equal(["苏A3HK57", "苏A8HK57"], notices.Select(notice => notice.Read.Plate.Text));
        Assert.Equal(("e-1", "cam-1"), (notices[0].Entry.Id, notices[0].Device));
        await _site.Desk.AnsweredAsync(notices[0], default);
        Assert.Equal(notices[1].Key, (await _site.NoticesAsync(1))[0].Key);
    }

    [Fact]
    public async Task Notices_AfterARestart_AreGivenAgainUnderTheSameKey()
    {
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1"));
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-2"));
        var before = await _site.NoticesAsync(2);
        await _site.Desk.AnsweredAsync(before[0], default);

        await _site.RestartAsync();

        var after = (await _site.NoticesAsync(1))[0];
        Assert.Equal(before[1].Key, after.Key);
        Assert.Equivalent(before[1], after, strict: true);
        Assert.Equal(1, _site.Notices.Waiting);
    }

    [Fact]
    public async Task Notices_TheDevicesRepeat_IsNotToldAgainEvenWhenAnswered()
    {
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1"));
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1"));
        Assert.Equal(1, _site.Notices.Waiting);
        await _site.Desk.AnsweredAsync((await _site.NoticesAsync(1))[0], default);
        await _site.RestartAsync();
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1"));

        Assert.Equal(0, _site.Notices.Waiting);
    }

    [Fact]
    public async Task Notices_WhoWaits_HearsOfTheNextHitAndNotOfOthersEntries()
    {
        await _site.Desk.PutAsync("lib-2", [_site.Entry("e-9", "苏B00001", entry => entry with { NotifyAt = "x" })], default);
        var waiting = _site.NoticesAsync(1);
        await _site.TakeAsync(_site.Reading("苏B00001"));
        await _site.TakeAsync(_site.Reading("苏A00001"));
        Assert.False(waiting.IsCompleted);
        await _site.TakeAsync(_site.Reading("苏A3HK57"));

        Assert.Equal("e-1", (await waiting)[0].Entry.Id);
    }

    [Fact]
    public async Task Notices_LibraryAwayForLong_ItsShareIsBoundedAndTheAlarmsGoOn()
    {
        for (int i = 0; i < NoticeBox.MostAnOrigin + 5; i++)
        {
            await _site.TakeAsync(_site.Reading("苏A3HK57"));
        }

        Assert.Equal(NoticeBox.MostAnOrigin, _site.Notices.Waiting);
        Assert.Equal(5, _site.Counters.All()["hotlist/notice-dropped"]);
        Assert.Equal(NoticeBox.MostAnOrigin + 5, _site.Data("plate.hit").Count);
    }

    [Fact]
    public async Task Notices_MoreThanTheRingOverTime_LinesAreUsedAgain()
    {
        for (int i = 0; i < NoticeBox.Lines + 50; i++)
        {
            await _site.TakeAsync(_site.Reading("苏A3HK57"));
            await _site.Desk.AnsweredAsync((await _site.NoticesAsync(1))[0], default);
        }

        Assert.Equal(0, _site.Notices.Waiting);
        Assert.DoesNotContain("hotlist/notice-dropped", _site.Counters.All().Keys);
    }

    [Fact]
    public async Task Notices_EntryOfThePlatform_HasNobodyToTell()
    {
        await _site.Clerk.PutAsync(new HotListActor(HotListActor.Put), "@platform", [_site.Entry("p-1", "苏B00001", entry => entry with { NotifyAt = "x" })], default);
        await _site.TakeAsync(_site.Reading("苏B00001"));

        Assert.Single(_site.Data("plate.hit"));
        Assert.Equal(0, _site.Notices.Waiting);
    }
}
