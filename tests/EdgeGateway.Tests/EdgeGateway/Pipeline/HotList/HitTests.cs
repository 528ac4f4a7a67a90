using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;

/// <summary>From a reading to its alarms.</summary>
public sealed class HitTests : IAsyncLifetime
{
    private readonly HotListSite _site = new();

    public Task InitializeAsync() => _site.PutAsync(_site.Entry("e-1", "苏A3HK57", entry => entry with { Priority = 2 }));

    public Task DisposeAsync() => _site.DisposeAsync().AsTask();

    [Fact]
    public async Task Take_PlateOfTheList_PutsTheAlarmInFrontOfTheReading()
    {
        var picture = Attachment.Of(new byte[] { 0xff, 0xd8, 1 }, "image/jpeg");
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1", picture));

        Assert.Equal(["plate.hit", "plate.read"], _site.Kinds());
        Assert.Equal(Lane.Alarm, _site.Store.All.Single(reading => reading.Kind == "plate.hit").Lane);
        var hit = _site.Data("plate.hit").Single();
        string[] said = [.. new[] { "entry", "origin", "wanted", "category", "reason", "authority", "match", "device", "passageKey" }.Select(name => hit.GetProperty(name).GetString()!)];
        Assert.Equal(["e-1", "lib-1", "苏A3HK57", "stolen", "case 12", "station 4", "exact", "cam-1", "p-1"], said);
        Assert.Equal(2, hit.GetProperty("priority").GetInt32());
        Assert.Equal(0, hit.GetProperty("cost").GetDouble());
        Assert.Equal("n-1", hit.GetProperty("source").GetProperty("nativeId").GetString());
        Assert.Equal("苏A3HK57", hit.GetProperty("plate").GetProperty("text").GetString());
        Assert.Equal("2026-11-22T03:32:00.000Z", hit.GetProperty("time").GetString());
        Assert.Equal(picture.Sha256, hit.GetProperty("media")[0].GetProperty("sha256").GetString());
        Assert.Single(_site.Store.Pending(0, 10));
    }

    [Fact]
    public async Task Take_TrailerOrFurtherPlateOfTheList_IsAnAlarmThatShowsThatPlate()
    {
        await _site.PutAsync(_site.Entry("e-2", "鲁Q7253挂"));
        PlateInfo Plate(string text) => new() { Raw = text, Text = text, Outcome = "VALID" };
        var reading = _site.Reading("京A12345");
        var body = (PlateReadBody)reading.Body with { AttachedPlate = Plate("鲁Q7253挂"), FurtherPlates = [Plate("苏A3HK57"), Plate("苏A3HK57")] };
        await _site.TakeAsync(reading with { Body = body });

        Assert.Equal(["plate.hit", "plate.hit", "plate.read"], _site.Kinds());
        Assert.Equal(
            [("e-2", "鲁Q7253挂"), ("e-1", "苏A3HK57")],
            _site.Data("plate.hit").Select(hit => (hit.GetProperty("entry").GetString(), hit.GetProperty("plate").GetProperty("text").GetString())));
    }

    [Fact]
    public async Task Take_PlateThatNobodyLooksFor_IsTheReadingAlone()
    {
        await _site.TakeAsync(_site.Reading("苏A3HK58"));

        Assert.Equal(["plate.read"], _site.Kinds());
    }

    [Fact]
    public async Task Take_TheDevicesRepeat_MakesNoSecondAlarm()
    {
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1"));
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-1"));
        await _site.TakeAsync(_site.Reading("苏A3HK57", "n-2"));

        Assert.Equal(["plate.hit", "plate.read", "plate.hit", "plate.read"], _site.Kinds());
    }

    [Fact]
    public async Task Take_RepeatWithoutAnIdentifier_MakesNoSecondAlarmForTheSameInstant()
    {
        var reading = _site.Reading("苏A3HK57");
        var nameless = reading with { Body = reading.Body with { Source = null } };
        await _site.TakeAsync(nameless);
        await _site.TakeAsync(nameless);
        await _site.TakeAsync(nameless with { Time = nameless.Time + TimeSpan.FromSeconds(1) });

        Assert.Equal(["plate.hit", "plate.read", "plate.read", "plate.hit", "plate.read"], _site.Kinds());
    }

    [Fact]
    public async Task Take_TwoEntriesForOnePlate_MakesTwoAlarms()
    {
        await _site.PutAsync(_site.Entry("e-2", "苏A3?K57"));
        await _site.TakeAsync(_site.Reading("苏A3HK57"));

        Assert.Equal(["exact", "possible"], _site.Data("plate.hit").Select(hit => hit.GetProperty("match").GetString()).Order());
        Assert.Equal("plate.read", _site.Kinds()[^1]);
    }

    [Fact]
    public async Task Take_DiskRefuses_TheDeviceIsNotTold()
    {
        _site.Store.Refusal = new StoreRefusedException("full");

        await Assert.ThrowsAsync<StoreRefusedException>(() => _site.TakeAsync(_site.Reading("苏A3HK57")));
        _site.Store.Refusal = null;
        await _site.TakeAsync(_site.Reading("苏A3HK57"));
        Assert.Equal(["plate.hit", "plate.read"], _site.Kinds());
    }

    [Fact]
    public async Task Take_BeforeTheListIsLoaded_WaitsAndIsMatchedInOrder()
    {
        await _site.RestartAsync(started: false);
        string[] plates = ["苏A00001", "苏A3HK57", "苏A00002", "苏A00003"];
        var takes = plates.Select((plate, i) => _site.TakeAsync(_site.Reading(plate, $"m-{i}"))).ToArray();

        Assert.Empty(_site.Kinds());
        Assert.All(takes, take => Assert.False(take.IsCompleted));
        _site.Book.Start();
        await Task.WhenAll(takes);
        await _site.TakeAsync(_site.Reading("苏A3HK57", "m-9"));

        Assert.Equal(["plate.read", "plate.hit", "plate.read", "plate.read", "plate.read", "plate.hit", "plate.read"], _site.Kinds());
        Assert.Equal([.. plates, "苏A3HK57"], _site.Data("plate.read").Select(read => read.GetProperty("plate").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Take_ManyBeforeAndWhileTheGateOpens_KeepTheirOrder()
    {
        await _site.RestartAsync(started: false);
        var takes = new List<Task>();
        for (int i = 0; i < 2_000; i++)
        {
            if (i == 1_000)
            {
                _site.Book.Start();
            }

            takes.Add(_site.TakeAsync(_site.Reading("苏B00001", $"m-{i:0000}")));
        }

        await Task.WhenAll(takes);
        string[] order = [.. _site.Data("plate.read").Select(read => read.GetProperty("source").GetProperty("nativeId").GetString()!)];
        Assert.Equal(2_000, order.Length);
        Assert.Equal(order.Order(StringComparer.Ordinal), order);
    }

    [Fact]
    public async Task Take_EntryWhoseRecordIsDamaged_IsStillAnAlarm()
    {
        byte[] file = await File.ReadAllBytesAsync(_site.FileOf(HotListSite.Library));
        int at = file.AsSpan().IndexOf("case 12"u8);
        await using (var stream = new FileStream(_site.FileOf(HotListSite.Library), FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            stream.Position = at;
            stream.WriteByte((byte)'X');
        }

        await _site.TakeAsync(_site.Reading("苏A3HK57"));

        var hit = _site.Data("plate.hit").Single();
        Assert.Equal("", hit.GetProperty("entry").GetString());
        Assert.Equal("ENTRY_UNREADABLE", hit.GetProperty("flags")[0].GetString());
    }

    [Fact]
    public async Task Put_Entries_EveryChangeIsInTheAuditTrail()
    {
        await _site.PutAsync(_site.Entry("e-2", "苏A3HK58"), _site.Entry("e-3", "苏A3HK58", entry => entry with { Reason = "" }), _site.Entry("e-4", "苏A3HK58", entry => entry with { Authority = " " }));
        await _site.Desk.RemoveAsync(HotListSite.Library, ["e-2"], default);

        string[] audit = [.. _site.Data(AuditBody.KindName).Skip(1).Select(line =>
            $"{line.GetProperty("what")} {line.GetProperty("outcome")} {(line.TryGetProperty("reason", out var reason) ? reason.ToString() : "-")} {line.GetProperty("list")} {line.GetProperty("entries")[0]} {line.GetProperty("count")}")];
        Assert.Equal(
            ["hotlist.put refused no-reason lib-1 e-3 1", "hotlist.put refused no-authority lib-1 e-4 1", "hotlist.put accepted - lib-1 e-2 1", "hotlist.remove accepted - lib-1 e-2 1"],
            audit);
    }

    [Fact]
    public async Task Put_AuditTrailRefused_ChangesNothing()
    {
        _site.Store.Refusal = new StoreRefusedException("full");
        await Assert.ThrowsAsync<StoreRefusedException>(() => _site.PutAsync(_site.Entry("e-2", "苏A3HK58")));

        Assert.Empty(_site.Find("苏A3HK58"));
    }
}
