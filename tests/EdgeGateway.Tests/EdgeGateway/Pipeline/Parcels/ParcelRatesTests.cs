using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class ParcelRatesTests : IAsyncLifetime
{
    private readonly ParcelSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Tell_HourIsOver_CountsWhatWasAnOperation()
    {
        await _site.ScanAsync("u1", also: body => body with { RealName = "verified", OpenCheck = new ParcelOpening(true) });
        await _site.ScanAsync("u2", ParcelWords.Alarm, at: 10);
        await _site.ScanAsync("u3", ParcelWords.Aborted, at: 20);
        await _site.ScanAsync("u4", ParcelWords.Alarm, at: 30, also: body => body with { Tip = true });
        await _site.ScanAsync("u5", at: 40, also: body => body with { Scan = body.Scan! with { Type = "NON_OPERATIONAL" } });
        await _site.BarcodeAsync("SF1", at: 100);
        await _site.Rates.TellAsync();
        Assert.Empty(_site.Told("parcel.rates"));

        await _site.PassAsync(29 * 60, 60);
        await _site.Rates.TellAsync();
        await _site.Rates.TellAsync();

        var rates = Assert.Single(_site.Told("parcel.rates"));
        var data = rates.GetProperty("data");
        Assert.Equal(
            (4, 2, 1, 1, 1, 1),
            (data.GetProperty("parcels").GetInt32(), data.GetProperty("screened").GetInt32(), data.GetProperty("opened").GetInt32(),
                data.GetProperty("realName").GetInt32(), data.GetProperty("alarms").GetInt32(), data.GetProperty("unreadable").GetInt32()));
        Assert.Equal(("xray", "telemetry", "2026-11-22T03:00:00.000Z", "st-1"), (rates.GetProperty("subject").GetString(), rates.GetProperty("lane").GetString(), data.GetProperty("from").GetString(), data.GetProperty("station").GetProperty("code").GetString()));
        Assert.Equal(0, data.GetProperty("medianHandlingS").GetDouble());
    }

    /// <summary>Who was seen at the counter and never at the belt is a parcel that was not screened: that is what the rate is to show.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tell_OnlyADeskSpoke_IsAParcelThatWasNotScreened(bool scanner)
    {
        await using var site = new ParcelSite(scanner ? ParcelSite.Line : ParcelSite.Line with { Scanners = [] });
        await site.DeskAsync(static body => body with { Barcodes = ["SF1"], Result = ParcelWords.Clear, OperatorResult = ParcelWords.Clear, RealName = "verified", OpenCheck = new ParcelOpening(true) });
        await site.DeskAsync(static body => body with { Barcodes = ["SF2"], Result = ParcelWords.Clear });
        await site.PassAsync(29 * 60, 60);
        await site.Rates.TellAsync();

        var data = Assert.Single(site.Told("parcel.rates")).GetProperty("data");
        Assert.Equal(
            (2, 0, 1, 1, 0),
            (data.GetProperty("parcels").GetInt32(), data.GetProperty("screened").GetInt32(), data.GetProperty("opened").GetInt32(), data.GetProperty("realName").GetInt32(), data.GetProperty("alarms").GetInt32()));
    }

    [Fact]
    public async Task Tell_KilledAndAwayOverTheEnd_LosesNoCountAndTellsOnce()
    {
        await _site.ScanAsync("u1");
        await _site.ScanAsync("u2");
        await _site.KillAsync();
        await _site.ScanAsync("u3");
        await _site.KillAsync(TimeSpan.FromHours(5));
        await _site.PassAsync(95, 1);
        await _site.Rates.TellAsync();
        await _site.KillAsync();
        await _site.Rates.TellAsync();

        var data = Assert.Single(_site.Told("parcel.rates")).GetProperty("data");
        Assert.Equal((3, "2026-11-22T03:00:00.000Z"), (data.GetProperty("parcels").GetInt32(), data.GetProperty("from").GetString()));
    }

    [Fact]
    public async Task Tell_HourWithoutParcels_IsToldWhileTheGatewayRuns()
    {
        await _site.PassAsync(2 * 3600, 600);
        await _site.Rates.TellAsync();

        Assert.Equal([0, 0], _site.Told("parcel.rates").Select(rates => rates.GetProperty("data").GetProperty("parcels").GetInt32()));
        Assert.False(_site.Told("parcel.rates")[0].GetProperty("data").TryGetProperty("medianHandlingS", out _));
    }

    [Fact]
    public async Task Tell_ClockIsSetForwardAndBack_ClaimsNothingOfHoursThatNeverWere()
    {
        _site.Time.JumpWallClock(TimeSpan.FromDays(30));
        await _site.Rates.TellAsync();
        Assert.Single(_site.Told("parcel.rates"));

        _site.Time.JumpWallClock(TimeSpan.FromDays(-30));
        await _site.Rates.TellAsync();
        await _site.PassAsync(2 * 3600, 600);
        await _site.Rates.TellAsync();
        Assert.Equal(["2026-11-22T03:00:00.000Z", "2026-11-22T04:00:00.000Z"], _site.Told("parcel.rates").Select(rates => rates.GetProperty("data").GetProperty("from").GetString()));
    }

    [Fact]
    public async Task Tick_RecordsOfAClockThatWasAhead_AreGivenUpAllTheSame()
    {
        await using var site = new ParcelSite(ParcelSite.Line with { ClosedMost = 2, Expects = [PartWord.Scan] });
        site.Time.JumpWallClock(TimeSpan.FromDays(30));
        for (int i = 0; i < 5; i++)
        {
            await site.ScanAsync($"u{i}");
        }

        site.Stage.Tick();
        Assert.Equal(5, site.Stage.Shelf.Books.Single().ClosedCount);
        site.Time.JumpWallClock(TimeSpan.FromDays(-30));
        site.Stage.Tick();
        Assert.Equal(2, site.Stage.Shelf.Books.Single().ClosedCount);
    }
}
