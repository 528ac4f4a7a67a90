using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;

public sealed class HotListBookTests : IAsyncLifetime
{
    private readonly HotListSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Find_PlateOfTheList_IsExactAndAnotherIsNot()
    {
        Assert.Equal(["taken"], await _site.PutAsync(_site.Entry("e-1", "苏A3HK57")));

        Assert.Equal(["e-1 exact 0"], _site.Find("苏A3HK57"));
        Assert.Empty(_site.Find("苏A3HK58"));
        Assert.Empty(_site.Find("苏A3NK57"));
    }

    [Fact]
    public async Task Find_EntryThatAllowsSimilar_IsPossibleUpToTwoConfusions()
    {
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57", entry => entry with { Fuzzy = true }));

        Assert.Equal(["e-1 exact 0"], _site.Find("苏A3HK57"));
        Assert.Equal(["e-1 possible 0.3"], _site.Find("苏A8HK57"));
        Assert.Equal(["e-1 possible 0.6"], _site.Find("赣A8HK57"));
        Assert.Empty(_site.Find("赣A8NK57"));
        Assert.Empty(_site.Find("京A3HK57"));
        Assert.Empty(_site.Find("苏A3HK5"));
    }

    [Theory]
    [InlineData("苏A3?K57", "苏A3HK57")]
    [InlineData("苏A3?K57", "苏A30K57")]
    [InlineData("苏A????7", "苏A3HK57")]
    [InlineData("??A3HK57", "京PA3HK57")]
    public async Task Find_MaskThatFits_IsPossible(string mask, string plate)
    {
        Assert.Equal(["taken"], await _site.PutAsync(_site.Entry("e-1", mask)));

        Assert.Equal(["e-1 possible 0"], _site.Find(plate));
        Assert.Empty(_site.Find("苏B3HK58"));
    }

    [Fact]
    public async Task Find_PartialReading_MatchesPlatesAndMasksAsPossible()
    {
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57"), _site.Entry("e-2", "苏A?HK57"), _site.Entry("e-3", "苏B3HK57"));

        Assert.Equal(["e-1 possible 0", "e-2 possible 0"], _site.Find("苏A3?K57", "PARTIAL"));
        Assert.Equal(["e-1 possible 0", "e-2 possible 0", "e-3 possible 0"], _site.Find("苏?3?K57", "PARTIAL"));
    }

    [Theory]
    [InlineData("UNREAD", "苏A3HK57")]
    [InlineData("NO_PLATE", "苏A3HK57")]
    [InlineData("INVALID", "苏A?HK57")]
    public async Task Find_WhatIsNoText_NeverMatches(string outcome, string text)
    {
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57"), _site.Entry("e-2", "苏A?HK57"));

        Assert.Empty(_site.Find(text, outcome));
    }

    [Fact]
    public async Task Find_OutsideItsTime_DoesNotMatchAndTheEntryStays()
    {
        var now = _site.Time.GetUtcNow();
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57", entry => entry with { From = now + TimeSpan.FromMilliseconds(500), To = now + TimeSpan.FromMilliseconds(1500) }));

        Assert.Empty(_site.Find("苏A3HK57"));
        _site.Time.Advance(TimeSpan.FromMilliseconds(500));
        Assert.Single(_site.Find("苏A3HK57"));
        _site.Time.Advance(TimeSpan.FromMilliseconds(1001));
        Assert.Empty(_site.Find("苏A3HK57"));
        Assert.Equal(1, _site.Book.Count);
    }

    [Theory]
    [InlineData(5, null, true)]
    [InlineData(99, "44", true)]
    [InlineData(null, null, true)]
    [InlineData(6, null, false)]
    [InlineData(5, "01", false)]
    [InlineData(5, "02", true)]
    public async Task Find_ColourAndClass_MustAgreeWhenKnown(int? colour, string? plateClass, bool found)
    {
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57", entry => entry with { Colour = 5, PlateClass = "02" }));

        Assert.Equal(found, _site.Find("苏A3HK57", colour: colour, plateClass: plateClass).Length == 1);
    }

    [Fact]
    public async Task Put_SameIdAgain_TakesThePlaceOfTheFirst()
    {
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57"));
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK58"));

        Assert.Empty(_site.Find("苏A3HK57"));
        Assert.Equal(["e-1 exact 0"], _site.Find("苏A3HK58"));
        await _site.RestartAsync();
        Assert.Empty(_site.Find("苏A3HK57"));
        Assert.Equal(["e-1 exact 0"], _site.Find("苏A3HK58"));
    }

    [Fact]
    public async Task Remove_AfterARestart_StaysRemoved()
    {
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57"), _site.Entry("e-2", "苏A3HK57"));
        await _site.Desk.RemoveAsync(HotListSite.Library, ["e-1", "e-9"], default);

        Assert.Equal(["e-2 exact 0"], _site.Find("苏A3HK57"));
        await _site.RestartAsync();
        Assert.Equal(["e-2 exact 0"], _site.Find("苏A3HK57"));
    }

    [Fact]
    public async Task Put_SameIdOfAnotherOrigin_IsAnotherEntry()
    {
        await _site.PutAsync(_site.Entry("e-1", "苏A3HK57"));
        await _site.Desk.PutAsync("lib-2", [_site.Entry("e-1", "苏A3HK57")], default);
        await _site.Desk.RemoveAsync("lib-2", ["e-1"], default);

        Assert.Single(_site.Find("苏A3HK57"));
    }

    [Fact]
    public async Task Put_MoreThanTheLimit_IsRefusedOneByOne()
    {
        await using var small = new HotListSite(most: 2);

        Assert.Equal(["taken", "taken", HotListFaults.Full], await small.PutAsync(small.Entry("e-1", "苏A3HK57"), small.Entry("e-2", "苏A3HK58"), small.Entry("e-3", "苏A3HK59")));
        Assert.Equal(["taken"], await small.PutAsync(small.Entry("e-1", "苏A3HK50")));
        Assert.Equal([HotListFaults.Full], await small.PutAsync(small.Entry("e-4", "苏A3HK50")));
    }

    [Fact]
    public async Task Put_OneListTooMany_IsRefused()
    {
        for (int i = 0; i < HotListBook.ListsMost; i++)
        {
            await _site.Desk.PutAsync($"lib-{i}", [_site.Entry("e-1", "苏A3HK57")], default);
        }

        var verdicts = await _site.Desk.PutAsync("lib-more", [_site.Entry("e-1", "苏A3HK57")], default);
        Assert.Equal(HotListFaults.TooManyLists, verdicts[0].Refusal);
        Assert.Equal(HotListBook.FindsMost, _site.Find("苏A3HK57").Length);
    }

    [Fact]
    public async Task Put_ManyShapesOfMasks_IsRefusedAtTheLimit()
    {
        string[] masks = [.. Enumerable.Range(1, 2000).Select(bits => string.Concat("粤B1234567890ABC".Select((letter, i) => (bits >> i & 1) != 0 ? '?' : letter))).Where(mask => mask.Contains('?'))];

        string[] refusals = await _site.PutAsync([.. masks.Select((mask, i) => _site.Entry($"e-{i}", mask))]);

        Assert.Equal(256, refusals.Count(refusal => refusal == "taken"));
        Assert.All(refusals.Where(refusal => refusal != "taken"), refusal => Assert.Equal(HotListFaults.TooManyMasks, refusal));
    }

    [Fact]
    public async Task Put_ManyChangesOfFewEntries_KeepsTheFileSmall()
    {
        for (int i = 0; i < 30; i++)
        {
            await _site.PutAsync([.. Enumerable.Range(0, 1000).Select(id => _site.Entry($"e-{id}", $"苏A{i:00}{id:000}"))]);
        }

        Assert.Equal(["e-7 exact 0"], _site.Find("苏A29007"));
        Assert.InRange(new FileInfo(_site.FileOf(HotListSite.Library)).Length, 100_000, 3_000_000);
        await _site.RestartAsync();
        Assert.Equal(["e-7 exact 0"], _site.Find("苏A29007"));
        Assert.Equal(1000, _site.Book.Count);
    }

    [Fact]
    public async Task Find_WhileTheListIsChangedAndReplaced_AlwaysFindsWhatIsAlwaysThere()
    {
        await _site.PutAsync(_site.Entry("always", "苏A3HK57"));
        var stop = new CancellationTokenSource();
        var looks = Task.Factory.StartNew(
            () =>
            {
                long count = 0;
                while (!stop.IsCancellationRequested)
                {
                    Assert.Contains("always exact 0", _site.Find("苏A3HK57"));
                    count++;
                }

                return count;
            },
            TaskCreationOptions.LongRunning);
        for (int round = 0; round < 20; round++)
        {
            await _site.PutAsync([.. Enumerable.Range(0, 200).Select(id => _site.Entry($"e-{id}", $"苏B{round % 10}{id:0000}"))]);
            using var list = await _site.Clerk.BeginAsync(HotListSite.Library, default);
            list.Add(_site.Entry("always", "苏A3HK57"));
            await _site.Clerk.TakeAsync(new HotListActor(HotListActor.Replace), list, null, default);
            Assert.Equal(1, _site.Book.Count);
        }

        await stop.CancelAsync();
        Assert.True(await looks > 0);
    }
}
