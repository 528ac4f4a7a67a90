using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Store.Parcels;
using EdgeGateway.Tests.Store;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class ParcelCrashTests : IAsyncLifetime
{
    private readonly ParcelSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Kill_BetweenTheParts_JoinsWhatComesAfterAndEndsOnce()
    {
        await _site.BarcodeAsync("SF1", -1);
        await _site.KillAsync();
        await _site.ScanAsync("u1");
        await _site.KillAsync();
        await _site.PlcAsync(1, at: 1);
        await _site.PassAsync(100, 1);

        Assert.Equal(["bar", "xray", "plc"], _site.Latest.Single().GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("device").GetString()));
        Assert.Single(_site.Data, data => data.GetProperty("final").GetBoolean());
        Assert.Equal(Enumerable.Range(1, _site.Data.Count), _site.Data.Select(data => data.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Kill_Repeats_AreKnownByTheirRecord()
    {
        await _site.BarcodeAsync("SF1", native: "b");
        await _site.ScanAsync("u1");
        await _site.PassAsync(95, 1);
        int before = _site.Data.Count;
        await _site.KillAsync();

        Assert.True((await _site.BarcodeAsync("SF1", native: "b")).Duplicate);
        Assert.True((await _site.ScanAsync("u1")).Duplicate);
        await _site.PassAsync(95, 1);
        Assert.Equal(before, _site.Data.Count);
    }

    [Fact]
    public async Task Kill_AwayForHours_EndsWhatWasOpenSoonAfterTheStart()
    {
        await _site.ScanAsync("u1");
        await _site.KillAsync(TimeSpan.FromHours(3));
        await _site.PassAsync(16);

        Assert.Equal([(1, false), (2, true)], _site.Data.Select(data => (data.GetProperty("version").GetInt32(), data.GetProperty("final").GetBoolean())));
    }

    [Fact]
    public async Task Kill_AfterThePartAndBeforeItsReading_TellsItAfterTheStart()
    {
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });
        await _site.DeskAsync(body => body with { Barcodes = ["SF1"], RealName = "verified" });
        await _site.KillAsync();
        await _site.PassAsync(2);

        Assert.True(_site.Data[^1].GetProperty("duties").GetProperty("realName").GetBoolean());
        Assert.Equal(2, _site.Data.Count);
    }

    [Fact]
    public async Task Kill_ClosedRecord_IsReopenedByWhatComesLate()
    {
        await _site.ScanAsync("u1", also: body => body with { Barcodes = ["SF1"] });
        await _site.PassAsync(92, 1);
        await _site.KillAsync();
        await _site.DeskAsync(body => body with { Barcodes = ["SF1"], Handling = "released" });
        await _site.PassAsync(2);

        Assert.Equal((3, "released"), (_site.Data[^1].GetProperty("version").GetInt32(), _site.Data[^1].GetProperty("handling").GetString()));
        Assert.Single(_site.Latest);
    }

    [Fact]
    public async Task Kill_AfterASalvage_RecordsGoOn()
    {
        await _site.ScanAsync("u1");
        await File.WriteAllTextAsync(Path.Combine(_site.Folder, "store.damaged"), "row-checksum");
        await _site.KillAsync();

        Assert.True((await _site.ScanAsync("u1")).Duplicate);
        await _site.PassAsync(95, 1);
        Assert.Equal([1, 2], _site.Data.Select(data => data.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Take_DiskRefuses_IsNotAcknowledgedAndTheRepeatIs()
    {
        await _site.ScanAsync("u0");
        _site.Disk.Refuses = true;
        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _site.ScanAsync("u1"));
        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _site.ScanAsync("u1"));
        _site.Disk.Refuses = false;

        Assert.True((await _site.ScanAsync("u1")).Duplicate);
        await _site.PassAsync(100, 1);
        Assert.Equal(2, _site.Latest.Count);
        foreach (var versions in _site.Data.GroupBy(data => data.GetProperty("recordId").GetString()))
        {
            Assert.Equal(Enumerable.Range(1, versions.Count()), versions.Select(data => data.GetProperty("version").GetInt32()));
        }
    }

    [Fact]
    public async Task Kill_WhatWentOverWasRefusedAtFirst_IsInOneRecordOnly()
    {
        await _site.BarcodeAsync("SF1", -1);
        await _site.PassAsync(6);
        _site.Disk.Refuses = true;
        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _site.ScanAsync("u1", at: -6));
        await _site.PassAsync(16);
        _site.Disk.Refuses = false;
        await _site.PassAsync(6);

        Assert.Equal(["bar", "xray"], _site.Latest.Single().GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("device").GetString()));
        Assert.Single(_site.Store.Parcels.All());
        await _site.KillAsync();
        await _site.PassAsync(100, 1);
        Assert.Single(_site.Latest);
    }

    [Fact]
    public async Task Kill_RowThatNobodyCanRead_IsToldAsLostAndTakesNoOtherRecordWithIt()
    {
        await _site.Store.Parcels.KeepAsync(new ParcelChange(new ParcelRow(1, 9, 0, 0, false, "{}"u8.ToArray())));
        long before = _site.Store.Status().SeqHead;
        await _site.KillAsync();
        await _site.BarcodeAsync("SF1");
        await _site.KillAsync();

        var row = Assert.Single(_site.Store.Parcels.All());
        Assert.Equal((2, "SF1"), (row.Number, ParcelTeller.Read(row.Body)!.Parts[0].Body.Barcodes![0]));
        Assert.Equal(before + 1, _site.Store.Status().SeqHead);
    }

    [Fact]
    public async Task Take_DiskRefusesForLong_OpenRecordsAreBoundedAndTheRepeatIsTaken()
    {
        await using var site = new ParcelSite(ParcelSite.Line with { OpenMost = 16 });
        site.Disk.Refuses = true;
        for (int i = 0; i < 400; i++)
        {
            await Assert.ThrowsAsync<StoreRefusedException>(async () => await site.BarcodeAsync($"SF{i}", native: $"b{i}"));
        }

        Assert.Equal(16 + 256, site.Stage.Shelf.Books.Single().Open.Count);
        site.Disk.Refuses = false;
        await site.PassAsync(6, 1);
        await site.BarcodeAsync("SF399", native: "b399");
        await site.QuietAsync();
        Assert.Equal(16, site.Stage.Shelf.Books.Single().Open.Count);
    }

    [Fact]
    public async Task Take_CrowdedWhileAFinalIsOnItsWay_EndsTheNextOne()
    {
        await using var site = new ParcelSite(ParcelSite.Line with { OpenMost = 16, Expects = [global::EdgeGateway.Configuration.PartWord.Scan] });
        site.Disk.Held = new TaskCompletionSource();
        var scan = site.ScanAsync("u1");
        for (int i = 0; i < 16; i++)
        {
            await site.BarcodeAsync($"SF{i}", 100 + i);
        }

        site.Disk.Held.SetResult();
        await scan;
        await site.PassAsync(2);
        Assert.Equal(["u1"], site.Data.Where(data => data.TryGetProperty("scan", out _)).Select(data => data.GetProperty("scan").GetProperty("uid").GetString()));
    }

    [Fact]
    public async Task Kill_AtEveryInstantOfAStream_EveryAcknowledgedPartIsInOneFinalRecord()
    {
        var random = new Random(7);
        var told = new List<string>();
        for (int i = 0; i < 40; i++)
        {
            Task[] parts =
            [
                Safe(_site.BarcodeAsync($"SF{i}", -1, $"b{i}"), $"b{i}"),
                Safe(_site.ScanAsync($"u{i}", i % 9 == 0 ? ParcelWords.Alarm : ParcelWords.Clear), $"TDR/u{i}"),
                Safe(_site.PlcAsync(i, at: 1, code: i % 2 == 0 ? $"SF{i}" : null), $"line/{i}"),
            ];
            if (random.Next(3) == 0)
            {
                await _site.KillAsync();
            }

            await Task.WhenAll(parts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            await _site.PassAsync(3, 0.5);
        }

        await _site.PassAsync(100, 1);
        var natives = _site.Latest.SelectMany(data => data.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("nativeId").GetString()!)).ToList();
        Assert.Empty(told.Except(natives));
        Assert.Equal(natives.Count, natives.Distinct().Count());
        Assert.All(_site.Latest, data => Assert.True(data.GetProperty("final").GetBoolean()));
        foreach (var versions in _site.Data.GroupBy(data => data.GetProperty("recordId").GetString()))
        {
            Assert.Equal(Enumerable.Range(1, versions.Count()), versions.Select(data => data.GetProperty("version").GetInt32()));
        }

        async Task Safe(ValueTask<Emitted> emit, string native)
        {
            int life = _site.Life;
            await emit;
            if (life == _site.Life)
            {
                lock (told)
                {
                    told.Add(native);
                }
            }
        }
    }
}
