using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Store;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>A statement with files is not safe before its files are.</summary>
public sealed class ParcelFilesTests : IAsyncLifetime
{
    private static readonly Attachment s_picture = StoreSamples.File(1);

    private readonly ParcelSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Repeat_PictureWasRefusedAndItsRecordToldSince_IsStoredAndToldOf()
    {
        _site.Disk.Refuses = true;
        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _site.ScanAsync("u1", files: s_picture));
        _site.Disk.Refuses = false;
        await _site.PassAsync(6);

        Assert.False(Assert.Single(_site.Data).TryGetProperty("media", out _));
        await _site.ScanAsync("u1", files: s_picture);
        AssertStored();
        Assert.Equal([1, 2], _site.Data.Select(data => data.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Repeat_PictureOfARecordThatIsFinal_ReopensIt()
    {
        _site.Disk.Refuses = true;
        await Assert.ThrowsAsync<StoreRefusedException>(async () => await _site.ScanAsync("u1", files: s_picture));
        _site.Disk.Refuses = false;
        await _site.PassAsync(100, 1);
        await _site.KillAsync();
        await _site.ScanAsync("u1", files: s_picture);

        AssertStored();
        Assert.Equal((true, "REOPENED", true), (_site.Data[^1].GetProperty("final").GetBoolean(), _site.Data[^1].GetProperty("flags")[0].GetString(), _site.Data[^1].GetProperty("parts")[0].GetProperty("late").GetBoolean()));
        int told = _site.Data.Count;
        Assert.True((await _site.ScanAsync("u1", files: s_picture)).Duplicate);
        await _site.PassAsync(100, 1);
        Assert.Equal(told, _site.Data.Count);
    }

    [Fact]
    public async Task Kill_RowOfAPictureThatWaitsWasWritten_RepeatStoresThePicture()
    {
        await _site.BarcodeAsync("SF1", -1);
        _site.Disk.Held = new TaskCompletionSource();
        _ = _site.ScanAsync("u1");
        _ = PictureAsync();
        _site.Time.Advance(TimeSpan.FromSeconds(16));
        _site.Stage.Tick();
        await _site.Store.RememberAsync("behind", "the row", default);
        await _site.KillAsync();
        await PictureAsync();

        AssertStored();
    }

    [Fact]
    public async Task Keep_BehindAReadingWithFiles_SaysOfThemWhatBecameOfThem()
    {
        _site.Disk.Held = new TaskCompletionSource();
        var scan = _site.ScanAsync("u1", also: Labelled, files: s_picture);
        var label = _site.BarcodeAsync("SF1");
        _site.Disk.Held.SetResult();
        await scan;
        await label;
        Assert.False(PartFiles.Lacks(ParcelTeller.Read(Assert.Single(_site.Store.Parcels.All()).Body)!));
        await _site.KillAsync();
        await _site.PassAsync(100, 1);

        Assert.Equal(2, _site.Latest.Single().GetProperty("parts").GetArrayLength());
        AssertStored();
    }

    [Fact]
    public async Task Take_PictureExpectedAndRefused_IsNotComplete()
    {
        await using var site = new ParcelSite(ParcelSite.Line with { Expects = [global::EdgeGateway.Configuration.PartWord.Picture] });
        site.Disk.Refuses = true;
        await Assert.ThrowsAsync<StoreRefusedException>(async () => await site.ScanAsync("u1", files: s_picture));
        site.Disk.Refuses = false;
        await site.PassAsync(6);
        Assert.False(site.Data[^1].GetProperty("final").GetBoolean());

        await site.ScanAsync("u1", files: s_picture);
        Assert.True(site.Data[^1].GetProperty("final").GetBoolean());
    }

    private static ParcelInspectionBody Labelled(ParcelInspectionBody body) => body with { Barcodes = ["SF1"] };

    private ValueTask<Emitted> PictureAsync() =>
        _site.TakeAsync("xray", 0, "DX/u1", new ParcelInspectionBody { Origin = "dicos", Result = "unknown", Scan = new ParcelScan { Uid = "u1" } }, s_picture);

    private void AssertStored()
    {
        Assert.NotNull(_site.Store.Find(s_picture.Sha256));
        JsonElement last = _site.Data[^1];
        Assert.Equal(s_picture.Sha256, last.GetProperty("media")[0].GetProperty("sha256").GetString());
    }
}
