using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Tests.Drivers.Kiosk;

public sealed class SupplyBookTests
{
    private readonly KioskStage _stage = new();

    [Fact]
    public async Task Take_ChangeOfState_IsAnEventOnce()
    {
        var book = new SupplyBook(_stage.Host.Context);
        foreach (string state in new[] { "ok", "ok", "low", "low", "out" })
        {
            await TakeAsync(book, _stage, Paper(state));
        }

        Assert.Equal([(Lane.Telemetry, "ok"), (Lane.Event, "low"), (Lane.Event, "out")], Told(_stage));
    }

    [Fact]
    public async Task Take_FiveSteps_TellsEachStepOfFivePercentAndEachHour()
    {
        var book = new SupplyBook(_stage.Host.Context);
        foreach (double percent in new[] { 50.0, 47, 45.1, 45, 41, 40 })
        {
            await TakeAsync(book, _stage, Paper("ok", percent));
        }

        Assert.Equal([50.0, 45, 40], _stage.Told<KioskConsumableBody>().Select(body => body.LevelPercent!.Value));
        _stage.Time.Advance(TimeSpan.FromMinutes(59));
        await TakeAsync(book, _stage, Paper("ok", 40));
        Assert.Equal(3, _stage.Sink.Stored);
        _stage.Time.Advance(TimeSpan.FromMinutes(1));
        await TakeAsync(book, _stage, Paper("ok", 40));
        Assert.Equal(4, _stage.Sink.Stored);
    }

    [Fact]
    public async Task Take_WordsOnly_InventsNoNumber()
    {
        var book = new SupplyBook(_stage.Host.Context);
        foreach (string state in new[] { "full", "low", "out" })
        {
            _stage.Time.Advance(TimeSpan.FromHours(2));
            await TakeAsync(book, _stage, Paper(state));
        }

        Assert.All(_stage.Told<KioskConsumableBody>(), body => Assert.Equal((null, null, null, null), (body.LevelPercent, body.TrendPercentPerHour, body.EndsInHours, body.Count)));
    }

    [Fact]
    public async Task Take_SteadyUse_ForetellsTheEndOverARefillAJumpAndASetClock()
    {
        var book = new SupplyBook(_stage.Host.Context);
        double level = 100;
        for (int step = 0; step < 48; step++)
        {
            await TakeAsync(book, _stage, Paper("ok", level));
            _stage.Time.Advance(TimeSpan.FromMinutes(5));
            level = step switch { 20 => 100, 30 => 30, _ => level - 0.5 };
            _stage.Time.JumpWallClock(step == 10 ? TimeSpan.FromDays(-400) : TimeSpan.Zero);
        }

        await TakeAsync(book, _stage, Paper("low", level));
        var last = _stage.Told<KioskConsumableBody>()[^1];
        Assert.Equal(-6, last.TrendPercentPerHour!.Value, 1);
        Assert.Equal(level / 6, last.EndsInHours!.Value, 1);
    }

    [Fact]
    public async Task Take_RollOfAnotherLength_KeepsTheUseInPieces()
    {
        var book = new SupplyBook(_stage.Host.Context);
        long count = 500;
        for (int step = 0; step < 20; step++, count -= 5)
        {
            await TakeAsync(book, _stage, Cards("ok", count, 500));
            _stage.Time.Advance(TimeSpan.FromMinutes(6));
        }

        await TakeAsync(book, _stage, Cards("low", 1000, 1000));
        var last = _stage.Told<KioskConsumableBody>()[^1];
        Assert.Equal((100.0, -5.0), (last.LevelPercent, last.TrendPercentPerHour));
        Assert.Equal(20, last.EndsInHours);
    }

    [Fact]
    public async Task Take_WhatFills_EndsWhenItIsFull()
    {
        var book = new SupplyBook(_stage.Host.Context);
        for (int count = 0; count <= 20; count++)
        {
            await TakeAsync(book, _stage, new SupplyLevel("CardOut", "bin", "retain-bin", "ok", true, Count: count, Capacity: 50));
            _stage.Time.Advance(TimeSpan.FromMinutes(30));
        }

        var last = _stage.Told<KioskConsumableBody>()[^1];
        Assert.Equal((4.0, true), (last.TrendPercentPerHour, last.Fills));
        Assert.Equal((50 - last.Count!.Value) / 2.0, last.EndsInHours);
    }

    [Fact]
    public async Task Take_Restarted_SaysNoOldChangeAndKeepsTheUse()
    {
        var book = new SupplyBook(_stage.Host.Context);
        double level = 90;
        for (int step = 0; step < 30; step++, level--)
        {
            await TakeAsync(book, _stage, Paper("low", level));
            _stage.Time.Advance(TimeSpan.FromMinutes(10));
        }

        var after = _stage.Restarted();
        var again = new SupplyBook(after.Host.Context);
        await TakeAsync(again, after, Paper("low", level));
        await TakeAsync(again, after, Paper("out", 0));

        Assert.Equal([(Lane.Telemetry, "low"), (Lane.Event, "out")], Told(after));
        Assert.Equal(-6, after.Told<KioskConsumableBody>()[0].TrendPercentPerHour!.Value, 1);
    }

    [Fact]
    public async Task Take_InventedNames_AreBoundedAndCounted()
    {
        var book = new SupplyBook(_stage.Host.Context);
        await book.TakeAsync([.. Enumerable.Range(0, 100).Select(i => new SupplyLevel("Printer", $"tray{i}", "paper", "ok"))], _stage.Voice, KioskMoment.Now, default);
        await TakeAsync(book, _stage, new SupplyLevel(new string('x', 65), "a", "paper", "ok"));

        Assert.Equal(SupplyBook.Most, _stage.Sink.Stored);
        Assert.Equal(37, _stage.Host.Faults.Count(fault => fault.Reason == "too-many-supplies"));

        var after = _stage.Restarted();
        await TakeAsync(new SupplyBook(after.Host.Context), after, new SupplyLevel("Printer", "another", "paper", "ok"));
        Assert.Equal(1, after.Sink.Stored);
    }

    [Fact]
    public async Task Take_StoreRefuses_IsDueAgain()
    {
        var refusing = new KioskStage(refuses: true);
        await Assert.ThrowsAsync<StoreRefusedException>(() => TakeAsync(new SupplyBook(refusing.Host.Context), refusing, Paper("out")));

        var after = refusing.Restarted();
        await TakeAsync(new SupplyBook(after.Host.Context), after, Paper("out"));
        Assert.Equal([(Lane.Event, "out")], Told(after));
    }

    [Fact]
    public async Task Take_LongestNamesAndFullHistory_FitIntoTheMemory()
    {
        var book = new SupplyBook(_stage.Host.Context);
        for (int step = 0; step < 60; step++)
        {
            await book.TakeAsync(
                [.. Enumerable.Range(0, SupplyBook.Most).Select(i => new SupplyLevel(new string('M', 64), $"{new string('\u7eb8', 60)}{i}", "paper", step % 2 == 0 ? "ok" : "low", Percent: 99 - step))],
                _stage.Voice,
                KioskMoment.Now,
                default);
            _stage.Time.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.Equal(60 * SupplyBook.Most, _stage.Sink.Stored);
    }

    private static SupplyLevel Paper(string state, double? percent = null) => new("Receipt", "upper", "receipt-paper", state, Percent: percent);

    private static SupplyLevel Cards(string state, long count, long capacity) => new("CardOut", "stock", "card-stock", state, Count: count, Capacity: capacity);

    private static Task TakeAsync(SupplyBook book, KioskStage stage, SupplyLevel level) => book.TakeAsync([level], stage.Voice, KioskMoment.Now, default);

    private static IEnumerable<(Lane Lane, string State)> Told(KioskStage stage) => stage.Sink.Entered.Select(reading => (reading.Lane, ((KioskConsumableBody)reading.Body).State));
}
