using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Store;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class ParcelJoinTests : IAsyncLifetime
{
    private readonly ParcelSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Take_AllThreeByLabel_AreOneRecordThatIsFinalAtOnce()
    {
        await _site.BarcodeAsync("SF1", -1);
        await _site.PlcAsync(7, at: 1, code: "SF1");
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });

        var data = Assert.Single(_site.Data);
        Assert.Equal((1, true, "clear", "SF1", "joined"), (data.GetProperty("version").GetInt32(), data.GetProperty("final").GetBoolean(), Text(data, "result"), Text(data, "waybillNo"), Text(data, "origin")));
        Assert.Equal(["bar", "plc", "xray"], Parts(data));
        Assert.Equal(("st-1", 7), (data.GetProperty("station").GetProperty("code").GetString(), data.GetProperty("scan").GetProperty("sequence").GetInt32()));
        Assert.Equal("xray", _site.Told()[0].GetProperty("subject").GetString());
    }

    [Fact]
    public async Task Take_PictureOfTheSameScan_JoinsByItsUidAndIsOnDiskWithAReading()
    {
        var picture = StoreSamples.File(1);
        await _site.ScanAsync("u1");
        await _site.TakeAsync("xray", 0, "DX/u1", new ParcelInspectionBody { Origin = "dicos", Result = "unknown", Scan = new ParcelScan { Uid = "u1" } }, picture);

        Assert.Equal([1, 2], _site.Data.Select(data => data.GetProperty("version").GetInt32()));
        Assert.Equal(picture.Sha256, _site.Data[1].GetProperty("media")[0].GetProperty("sha256").GetString());
        Assert.Equal("clear", Text(_site.Data[1], "result"));
        Assert.NotNull(_site.Store.Find(picture.Sha256));
    }

    [Fact]
    public async Task Take_OnlyTimePlacesIt_WaitsForTheParcelThatFitsBetter()
    {
        await _site.ScanAsync("u1", at: 0);
        await _site.BarcodeAsync("SF2", at: -0.1);
        await _site.ScanAsync("u2", at: 1);
        await _site.ScanAsync("u3", at: 2.2);
        await _site.PassAsync(6);

        Assert.Equal(["u2"], _site.Latest.Where(data => data.TryGetProperty("waybillNo", out _)).Select(data => data.GetProperty("scan").GetProperty("uid").GetString()));
        Assert.Equal(3, _site.Latest.Count);
    }

    [Fact]
    public async Task Take_ParcelsOutOfOneDevice_KeepTheirOrderOnTheBelt()
    {
        foreach (int i in Enumerable.Range(0, 5))
        {
            await _site.BarcodeAsync($"SF{i}", i - 1);
        }

        foreach (int i in Enumerable.Range(0, 5))
        {
            await _site.ScanAsync($"u{i}", at: i + 0.3);
        }

        await _site.PassAsync(8);

        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"u{i} SF{i}"), _site.Latest.Select(data => $"{data.GetProperty("scan").GetProperty("uid").GetString()} {Text(data, "waybillNo")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Take_SameLabelAfterTheWindow_IsAnotherParcel()
    {
        await _site.BarcodeAsync("SF1");
        await _site.PassAsync(61, 1);
        await _site.BarcodeAsync("SF1", native: "later");
        await _site.PassAsync(100, 1);

        Assert.Equal(2, _site.Latest.Count);
    }

    [Fact]
    public async Task Take_Alarm_IsToldAtOnceInItsLane()
    {
        await _site.ScanAsync("u1", ParcelWords.Alarm);

        Assert.Equal("alarm", _site.Told().Single().GetProperty("lane").GetString());
        Assert.False(_site.Data[0].GetProperty("final").GetBoolean());
    }

    [Fact]
    public async Task Take_AlarmOfTheControllerFirst_ScanThatAlarmsJoinsIt()
    {
        await _site.PlcAsync(1, ParcelWords.Alarm, at: 1);
        Assert.Equal("alarm", _site.Told().Single().GetProperty("lane").GetString());
        await _site.ScanAsync("u1", ParcelWords.Alarm, at: 0.2);
        await _site.PassAsync(2);

        Assert.Equal(["plc", "xray"], Parts(Assert.Single(_site.Latest)));
    }

    [Fact]
    public async Task Take_AlarmOfTheControllerBesideAnAlarm_WaitsUntilItIsKnownWhose()
    {
        await _site.ScanAsync("u1", ParcelWords.Alarm, at: 0);
        await _site.PlcAsync(1, ParcelWords.Alarm, at: 1.4);
        await _site.ScanAsync("u2", ParcelWords.Alarm, at: 0.5);
        await _site.PlcAsync(2, ParcelWords.Alarm, at: 1.6);
        await _site.PassAsync(16);

        Assert.Equal(["u1 1", "u2 2"], _site.Latest.Select(data => $"{data.GetProperty("scan").GetProperty("uid").GetString()} {data.GetProperty("scan").GetProperty("sequence").GetInt32()}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Take_AlarmOfTheControllerThatIsNobodys_IsToldWhenThatIsKnown()
    {
        await _site.ScanAsync("u1", ParcelWords.Alarm, at: 0, also: body => body with { Barcodes = ["SF1"] });
        await _site.PlcAsync(1, ParcelWords.Alarm, at: 1, code: null);
        await _site.PlcAsync(2, ParcelWords.Alarm, at: 1.2, code: null);
        await _site.PassAsync(16);

        Assert.Equal(2, _site.Latest.Count);
        Assert.All(_site.Told(), reading => Assert.Equal("alarm", reading.GetProperty("lane").GetString()));
    }

    [Fact]
    public async Task Take_OtherLabelAtTheSameTime_IsNeverTheSameParcel()
    {
        await _site.ScanAsync("u1", at: 0, also: body => body with { Barcodes = ["SF1"] });
        await _site.BarcodeAsync("SF2", at: -1);
        await _site.PassAsync(20);

        Assert.Equal("SF1", Text(Assert.Single(_site.Latest), "waybillNo"));
    }

    [Fact]
    public async Task Take_TrainingImage_IsNoAlarmWhateverTheControllerSays()
    {
        await _site.ScanAsync("u1", ParcelWords.Alarm, also: body => body with { Tip = true });
        await _site.PlcAsync(1, ParcelWords.Alarm, at: 1);
        await _site.PassAsync(6);

        Assert.All(_site.Told(), reading => Assert.Equal("event", reading.GetProperty("lane").GetString()));
        Assert.Single(_site.Latest);
    }

    [Fact]
    public async Task Take_TrainingImageAndThenARealAlarmOfTheSameParcel_IsAnAlarm()
    {
        await _site.ScanAsync("u1", ParcelWords.Alarm, also: body => body with { Tip = true, Barcodes = ["SF1"] });
        await _site.PassAsync(20, 1);
        await _site.ScanAsync("u2", ParcelWords.Alarm, also: body => body with { Barcodes = ["SF1"] });

        Assert.Equal(["event", "alarm"], _site.Told().Select(reading => reading.GetProperty("lane").GetString()));
        Assert.Single(_site.Latest);
    }

    [Fact]
    public async Task Take_NothingMoreComes_IsFinalAfterItsTime()
    {
        await _site.ScanAsync("u1");
        await _site.PassAsync(89, 1);
        Assert.DoesNotContain(_site.Data, data => data.GetProperty("final").GetBoolean());
        await _site.PassAsync(2, 1);

        Assert.Equal([(1, false), (2, true)], _site.Data.Select(data => (data.GetProperty("version").GetInt32(), data.GetProperty("final").GetBoolean())));
    }

    [Fact]
    public async Task Take_LabelWithoutScan_IsFinalAndNotScreened()
    {
        await _site.BarcodeAsync("SF1");
        await _site.PassAsync(92, 1);

        var data = Assert.Single(_site.Data);
        Assert.Equal(("unknown", true, false), (Text(data, "result"), data.GetProperty("final").GetBoolean(), data.GetProperty("duties").GetProperty("screened").GetBoolean()));
    }

    [Fact]
    public async Task Take_PartAfterTheEnd_ReopensUnderTheSameNameAndEndsAgain()
    {
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });
        await _site.PassAsync(92, 1);
        await _site.DeskAsync(body => body with { Barcodes = ["SF1"], OpenCheck = new ParcelOpening(true, Result: "alarm"), RealName = "failed", Handling = "kept" });
        await _site.QuietAsync();

        Assert.Equal([(1, false), (2, true), (3, true)], _site.Data.Select(data => (data.GetProperty("version").GetInt32(), data.GetProperty("final").GetBoolean())));
        var last = Assert.Single(_site.Latest);
        Assert.Equal(("alarm", "clear", "alarm", "kept"), (Text(last, "result"), Text(last, "machineResult"), Text(last, "operatorResult"), Text(last, "handling")));
        Assert.Equal("REOPENED", last.GetProperty("flags")[0].GetString());
        Assert.True(last.GetProperty("parts")[1].GetProperty("late").GetBoolean());
        Assert.Equal((false, true, true), (last.GetProperty("duties").GetProperty("realName").GetBoolean(), last.GetProperty("duties").GetProperty("opened").GetBoolean(), last.GetProperty("duties").GetProperty("screened").GetBoolean()));
    }

    [Fact]
    public async Task Take_NameCheckedAtTheCounterBefore_JoinsTheScanHoursLater()
    {
        await _site.DeskAsync(body => body with { Barcodes = ["SF1"], RealName = "verified" });
        await _site.PassAsync(95, 1);
        _site.Time.Advance(TimeSpan.FromHours(2));
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });
        await _site.PassAsync(2);

        var duties = Assert.Single(_site.Latest).GetProperty("duties");
        Assert.True(duties.GetProperty("realName").GetBoolean() && duties.GetProperty("screened").GetBoolean());
    }

    [Fact]
    public async Task Take_SeveralChangesInASecond_AreOneVersion()
    {
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });
        await _site.DeskAsync(body => body with { Barcodes = ["SF1"], RealName = "verified" });
        await _site.DeskAsync(body => body with { Barcodes = ["SF1"], Handling = "released" });
        await _site.PassAsync(2);

        Assert.Equal(2, _site.Data.Count);
        Assert.Equal(3, Parts(_site.Data[1]).Length);
    }

    [Fact]
    public async Task Take_Repeat_IsSafeAndNothingNew()
    {
        await _site.ScanAsync("u1");
        var again = await _site.ScanAsync("u1");
        await _site.PassAsync(2);

        Assert.True(again.Duplicate);
        Assert.Single(_site.Data);
    }

    [Fact]
    public async Task Take_MorePartsThanARecordHolds_BeginsAnother()
    {
        foreach (int i in Enumerable.Range(0, 70))
        {
            await _site.BarcodeAsync("SF1", native: $"n{i}");
        }

        await _site.PassAsync(95, 1);

        Assert.Equal([64, 6], _site.Latest.Select(data => Parts(data).Length));
    }

    [Fact]
    public async Task Take_DeviceOfNoStation_IsARecordOfItsOwn()
    {
        await _site.TakeAsync("lone", 0, "n", new ParcelInspectionBody { Origin = "dahua", Result = "alarm" });
        await _site.TakeAsync("lone", 0, "n", new ParcelInspectionBody { Origin = "dahua", Result = "alarm" });

        var data = Assert.Single(_site.Data);
        Assert.Equal((1, true, "n"), (data.GetProperty("version").GetInt32(), data.GetProperty("final").GetBoolean(), data.GetProperty("source").GetProperty("nativeId").GetString()));
        Assert.Equal(7, Guid.Parse(Text(data, "recordId")!).Version);
    }

    [Fact]
    public async Task Take_TooManyOpen_EndsTheOldestAndSaysSo()
    {
        await using var small = new ParcelSite(ParcelSite.Line with { OpenMost = 16 });
        foreach (int i in Enumerable.Range(0, 20))
        {
            await small.BarcodeAsync($"SF{i}", i * 5);
            await small.QuietAsync();
        }

        Assert.Equal(["SF0", "SF1", "SF2", "SF3"], small.Data.Select(data => Text(data, "waybillNo")));
        Assert.All(small.Data, data => Assert.Equal("CROWDED", data.GetProperty("flags")[0].GetString()));
    }

    private static string? Text(JsonElement data, string name) => data.GetProperty(name).GetString();

    private static string[] Parts(JsonElement data) => [.. data.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("device").GetString()!)];
}
