using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;
using ParcelPart = EdgeGateway.Sim.Parcels.ParcelPart;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>What becomes of files of every sort.</summary>
public sealed class DicosDropTests : IAsyncDisposable
{
    private readonly DropRig _rig = new();
    private readonly FakeHost _host = new(new NoInbox());
    private readonly FakeSink _sink = new();
    private readonly CancellationTokenSource _stop = new();

    private IEnumerable<ParcelInspectionBody> Bodies => _sink.Entered.Select(reading => (ParcelInspectionBody)reading.Body);

    public async ValueTask DisposeAsync()
    {
        await _rig.DisposeAsync();
        _stop.Dispose();
    }

    [Fact]
    public async Task Run_ReportOfAnAlarm_IsAnAlarmWithItsFileOnDemand()
    {
        var file = ScannerWords.File("SF0001");
        _rig.Rename("a.dcs", file.Bytes);

        await RunUntilAsync(() => _rig.Acknowledged == 1, _rig.Options);

        var reading = Assert.Single(_sink.Entered);
        Assert.Equal((Lane.Alarm, file.Truth.NativeId), (reading.Lane, reading.Body.Source!.NativeId));
        Assert.Equal(("alarm", "SF0001", "dicos"), (Bodies.Single().Result, Bodies.Single().WaybillNo, Bodies.Single().Origin));
        var attachment = Assert.Single(reading.Attachments);
        Assert.Equal((true, "application/dicom"), (attachment.OnDemand, attachment.Type));
        Assert.Equal(file.Bytes, attachment.Content.ToArray());
        Assert.Equal(("original", attachment.Sha256), (reading.Body.Media!.Single().Role, reading.Body.Media!.Single().Sha256));
    }

    [Fact]
    public async Task Run_Picture_TravelsSmallAndWaitsWhole()
    {
        _rig.Rename("a.dcs", ScannerWords.File("SF0001", ParcelPart.Image).Bytes);

        await RunUntilAsync(() => _rig.Acknowledged == 1, _rig.Options);

        var reading = Assert.Single(_sink.Entered);
        Assert.Equal(["xray", "original"], reading.Body.Media!.Select(media => media.Role));
        Assert.Equal([false, true], reading.Attachments.Select(attachment => attachment.OnDemand));
        Assert.Equal((64, 48), (reading.Body.Media![0].Width, reading.Body.Media[0].Height));
        Assert.Equal(ParcelWords.Unknown, Bodies.Single().Result);
    }

    [Theory]
    [InlineData(DicosOriginals.All, 1)]
    [InlineData(DicosOriginals.None, 0)]
    public async Task Run_OtherWishForOriginals_IsFollowed(DicosOriginals originals, int count)
    {
        _rig.Rename("a.dcs", ScannerWords.File("SF0001").Bytes);

        await RunUntilAsync(() => _rig.Acknowledged == 1, _rig.Options with { Originals = originals });

        Assert.Equal(count, _sink.Entered.Single().Attachments.Count(attachment => !attachment.OnDemand));
        Assert.Equal(count, _sink.Entered.Single().Body.Media?.Count ?? 0);
    }

    [Fact]
    public async Task Run_CutFile_WaitsForItsPatienceAndIsUnknownThen()
    {
        var whole = ScannerWords.File("SF0001", verdict: ParcelVerdict.Clear);
        _rig.Rename("cut.dcs", whole.Bytes[..^40]);
        var began = System.Diagnostics.Stopwatch.StartNew();

        await RunUntilAsync(() => Quarantined() == 2, _rig.Options);

        Assert.True(began.Elapsed >= TimeSpan.FromSeconds(1));
        var body = Assert.Single(Bodies);
        Assert.Equal((ParcelWords.Unknown, "cut.dcs"), (body.Result, body.Scan!.Id));
        Assert.Equal(["UNREADABLE_SCAN", "DICOS_TRUNCATED"], body.Flags!);
        Assert.Equal(whole.Bytes[..^40], _sink.Entered.Single().Attachments.Single().Content.ToArray());
        Assert.Equal("dicos-truncated\n", File.ReadAllText(Path.Combine(_rig.Folder, "quarantine", "cut.dcs.reason")));
        Assert.Contains((FaultKind.Garbled, "dicos-truncated"), _host.Faults);
        Assert.Equal(Lane.Event, _sink.Entered.Single().Lane);
    }

    /// <summary>Just created, inside an element, and between two: there a file looks whole.</summary>
    [Theory]
    [InlineData(ParcelPart.Report, 0, null)]
    [InlineData(ParcelPart.Report, 7, null)]
    [InlineData(ParcelPart.Report, 200, null)]
    [InlineData(ParcelPart.Report, 0, "02001000")]
    [InlineData(ParcelPart.Report, 0, "08001800")]
    [InlineData(ParcelPart.Report, 0, "10403110")]
    [InlineData(ParcelPart.Image, 0, "E07F1000")]
    public async Task Run_CutFileThatGrowsWithinItsPatience_IsReadWhole(ParcelPart part, int first, string? beforeTag)
    {
        byte[] whole = ScannerWords.File("SF0001", part).Bytes;
        first = beforeTag is null ? first : whole.AsSpan().LastIndexOf(Convert.FromHexString(beforeTag));
        string path = Path.Combine(_rig.Folder, "slow.dcs");
        var options = _rig.Options with { Patience = TimeSpan.FromMinutes(10) };
        File.WriteAllBytes(path, whole[..first]);
        var folders = new FakeScratches(_rig.Own);
        _host.Folders = folders;

        // It is completed after it stood still for longer than files settle, was read and was left for later.
        await RunUntilAsync(() => folders.PutOff > 0, options);
        using (var more = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            more.Write(whole.AsSpan(first));
        }

        await RunUntilAsync(() => _rig.Acknowledged == 1, options);

        Assert.Equal(part == ParcelPart.Report ? "alarm" : "unknown", Bodies.Single().Result);
    }

    /// <summary>The end of a file came after it was told: what it says then must not pass for a repeat of what it said before.</summary>
    [Fact]
    public async Task Run_FileGrowsAfterItWasRead_IsToldAnewAndIsNoRepeat()
    {
        byte[] whole = ScannerWords.File("SF0001").Bytes;
        string path = Path.Combine(_rig.Folder, "slow.dcs");
        int first = whole.AsSpan().LastIndexOf(Convert.FromHexString("10403310"));
        File.WriteAllBytes(path, whole[..first]);
        var sink = new FakeSink { Holds = true };
        await using var driver = new DicosDriver(_host.Context, _rig.Options);
        await driver.ConnectAsync(_stop.Token);
        var running = driver.RunAsync(sink, _stop.Token);
        await Eventually.TrueAsync(() => sink.Entered.Count == 1, "it looks whole");

        using (var more = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite))
        {
            more.Write(whole.AsSpan(first));
        }

        sink.Release();
        await Eventually.TrueAsync(() => _rig.Acknowledged == 1, "the whole is told");
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.Equal(2, sink.Entered.Select(reading => reading.RepeatKey ?? reading.Body.Source!.NativeId).Distinct().Count());
        Assert.Single(sink.Entered.Select(reading => reading.Body.Source!.NativeId).Distinct());
        Assert.Equal(whole, sink.Entered.Last().Attachments.Single().Content.ToArray());
    }

    [Fact]
    public async Task Run_NamesOfPersonsInTheFile_KeepItHere()
    {
        _rig.Rename("a.dcs", DicosCapture.Open("persons").File);

        await RunUntilAsync(() => _rig.Acknowledged == 1, _rig.Options with { Originals = DicosOriginals.All });

        var reading = Assert.Single(_sink.Entered);
        Assert.Empty(reading.Attachments);
        Assert.Contains("ORIGINAL_WITHHELD", reading.Body.Flags!);
    }

    [Fact]
    public async Task Run_LineBreaksInTheName_AreShownByTheirNumbers()
    {
        _rig.Rename("a\n2026 alarm\u2028.dcs", [1, 2, 3]);

        await RunUntilAsync(() => Quarantined() == 2, _rig.Options);

        Assert.Equal("a\\u000A2026 alarm\\u2028.dcs", Bodies.Single().Scan!.Id);
    }

    [Fact]
    public async Task Run_BigEndian_IsRefusedAndTold()
    {
        _rig.Rename("big.dcs", ScannerWords.File("SF0001", encoding: DicosEncoding.BigEndian).Bytes);

        await RunUntilAsync(() => Quarantined() == 2, _rig.Options);

        Assert.Equal(["UNREADABLE_SCAN", "DICOS_BIG_ENDIAN"], Bodies.Single().Flags!);
    }

    [Fact]
    public async Task Run_LongerThanAllowed_IsToldWithoutItsBytes()
    {
        _rig.Rename("long.dcs", new byte[70_000]);

        await RunUntilAsync(() => Quarantined() == 2, _rig.Options with { Folder = _rig.Options.Folder with { MostBytes = 65_536 } });

        Assert.Equal(["UNREADABLE_SCAN", "DICOS_TOO_LARGE"], Bodies.Single().Flags!);
        Assert.StartsWith("FILE/long.dcs/70000/", Bodies.Single().Source!.NativeId, StringComparison.Ordinal);
        Assert.Empty(_sink.Entered.Single().Attachments);
    }

    [Fact]
    public async Task Run_SameFileTwiceAndOtherContentUnderTheSameUid_DifferInWhatTheyRepeat()
    {
        _rig.Rename("1.dcs", ScannerWords.File("SF0001").Bytes);
        await RunUntilAsync(() => _rig.Acknowledged == 1, _rig.Options);
        string first = _sink.Entered.Last().RepeatKey!;
        byte[] same = Directory.GetFiles(Path.Combine(_rig.Folder, "done")).Select(File.ReadAllBytes).Single();
        _rig.Rename("2.dcs", same);
        byte[] other = [.. same];
        other[^2] ^= 1;
        _rig.Rename("3.dcs", other);

        await RunUntilAsync(() => _rig.Acknowledged + (Quarantined() / 2) == 3, _rig.Options);

        Assert.Equal(3, _sink.Entered.Count);
        Assert.Equal(2, _sink.Entered.Count(reading => reading.RepeatKey == first));
        Assert.Single(_sink.Entered.Select(reading => reading.Body.Source!.NativeId).Distinct());
    }

    [Fact]
    public async Task Run_StoreRefusesForAWhile_NothingIsLost()
    {
        _rig.Rename("a.dcs", ScannerWords.File("SF0001").Bytes);
        var refusing = new FakeSink { Refuses = true };
        await RunUntilAsync(() => refusing.Entered.Count >= 2, _rig.Options, refusing);
        Assert.Equal(0, _rig.Acknowledged);
        Assert.Contains((FaultKind.Busy, "file-waits-for-store"), _host.Faults);

        await RunUntilAsync(() => _rig.Acknowledged == 1, _rig.Options);

        Assert.Equal(1, _sink.Stored);
    }

    [Fact]
    public async Task Run_EndedBetweenSafeAndMoved_TellsItAgainUnderTheSameName()
    {
        _rig.Rename("a.dcs", ScannerWords.File("SF0001").Bytes);
        var dying = new FakeSink { HoldsUntilStopped = true };
        await RunUntilAsync(() => dying.Entered.Count == 1, _rig.Options, dying);
        int moved = _rig.Acknowledged;

        await RunUntilAsync(() => _rig.Acknowledged == 1, _rig.Options);

        if (moved == 0)
        {
            Assert.Equal(dying.Entered.Single().RepeatKey, _sink.Entered.Single().RepeatKey);
        }
    }

    [Fact]
    public async Task Run_ManyFiles_AreToldOldestFirst()
    {
        for (int i = 0; i < 20; i++)
        {
            string name = $"{19 - i:00}.dcs";
            _rig.Rename(name, ScannerWords.File($"SF{i:0000}").Bytes);
            File.SetLastWriteTimeUtc(Path.Combine(_rig.Folder, name), DateTime.UnixEpoch.AddDays(20_000).AddSeconds(i));
        }

        await RunUntilAsync(() => _rig.Acknowledged == 20, _rig.Options);

        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"SF{i:0000}"), Bodies.Select(body => body.WaybillNo));
    }

    [Fact]
    public async Task Connect_FolderOfAnotherDevice_IsBusy()
    {
        await using var first = _rig.CreateDriver(_host);
        await first.ConnectAsync(default);
        await using var second = _rig.CreateDriver(_host);

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => second.ConnectAsync(default));

        Assert.Equal(FaultKind.Busy, fault.Kind);
    }

    [Fact]
    public async Task Run_MarkerGoes_IsUnreachableAndComesBack()
    {
        string marker = Path.Combine(_rig.Folder, "mounted");
        File.WriteAllText(marker, "");
        var options = _rig.Options with { Folder = _rig.Options.Folder with { Marker = "mounted" } };
        await using (var driver = new DicosDriver(_host.Context, options))
        {
            await driver.ConnectAsync(default);
            var running = driver.RunAsync(_sink, _stop.Token);
            File.Delete(marker);
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
            Assert.Equal(FaultKind.Unreachable, fault.Kind);
        }

        File.WriteAllText(marker, "");
        _rig.Rename("a.dcs", ScannerWords.File("SF0001").Bytes);
        await RunUntilAsync(() => _rig.Acknowledged == 1, options);
        Assert.True(File.Exists(marker));
    }

    private int Quarantined() => Directory.Exists(_rig.Folder + "/quarantine") ? Directory.GetFiles(_rig.Folder + "/quarantine").Length : 0;

    private async Task RunUntilAsync(Func<bool> condition, DicosOptions options, FakeSink? sink = null)
    {
        using var stop = new CancellationTokenSource();
        await using var driver = new DicosDriver(_host.Context, options);
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(sink ?? _sink, stop.Token);
        await Eventually.TrueAsync(() => running.IsCompleted || condition(), "the files");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(60)));
    }
}
