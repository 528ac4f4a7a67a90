using System.Collections.Concurrent;
using System.Text.Json;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;
using EdgeGateway.Sim.Verification;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using EdgeGateway.Tests.Drivers.XrayScanner.Dicos;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.FirmwareSim.Twins.XrayScanner.Dicos;

/// <summary>The twin against the driver: both were written from the document, neither from the other.</summary>
public sealed class ScannerTwinTests : ITruthLedger, IAsyncDisposable
{
    /// <summary>Longer than all ticks together can be while the scanner writes: no machine is busy enough to make broken what is only slow.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromHours(2);

    /// <summary>Shorter than what a file takes to settle, and than the pauses of a slow writer.</summary>
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<TruthLine> _truth = new();
    private readonly DropRig _rig = new();
    private readonly FakeSink _sink = new();

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    void ITruthLedger.Note(TruthLine line) => _truth.Enqueue(line);

    public static TheoryData<DicosEncoding, bool, bool> Ways => new()
    {
        { DicosEncoding.Explicit, false, true },
        { DicosEncoding.Implicit, true, false },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Run_EverythingGoesWrong_DriverTellsWhatTheLedgerSays(DicosEncoding encoding, bool undefined, bool renames)
    {
        var profile = new ScannerProfile
        {
            Encoding = encoding,
            Undefined = undefined,
            Renames = renames,
            Columns = 40,
            Rows = 30,
            Mix = new ParcelMix { Alarm = 0.4, Unknown = 0.1, Aborted = 0.2, Tip = 0.3, ReviewAfter = TimeSpan.FromMilliseconds(300), ReviewSpread = TimeSpan.FromMilliseconds(100), ScanTakes = TimeSpan.Zero },
            Faults = new ScannerFaults { Twice = 7, SameUid = 9, Unreadable = 11, Slow = 13, WrongCharset = 5, BigEndian = 17 },
        };
        using var stop = new CancellationTokenSource();
        var time = new FakeTimeProvider();
        var host = new FakeHost(new NoInbox(), time) { Folders = new DropFolders(time, NullLogger.Instance) };
        await using var driver = new DicosDriver(host.Context, _rig.Options with { Patience = s_patience });
        await driver.ConnectAsync(stop.Token);
        var running = driver.RunAsync(_sink, stop.Token);
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, time.GetUtcNow());
        trouble.Garbage(1);
        var plan = new ScannerPlan("cam-1", profile, "line", 60, 3, time.GetUtcNow(), DateTimeOffset.MaxValue, 25);
        await using var twin = new ScannerTwin(plan, new FolderWire(_rig.Folder, renames, time), trouble, this, time);

        var scanning = twin.RunAsync(stop.Token);
        await TickUntilAsync(time, s_tick, () => scanning.IsCompleted, "the scanner has written everything");
        await scanning;
        await TickUntilAsync(time, s_patience, () => _sink.Stored >= _truth.Count, "all is told");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);

        Assert.InRange(_truth.Count, 60, 200);
        Assert.Equal(_truth.Select(line => line.NativeId).Order(), _sink.Entered.Select(reading => reading.Body.Source!.NativeId).Order());
        Assert.All(_truth, CheckTold);
        Assert.Contains(_truth, line => line.NativeId.StartsWith("FILE/", StringComparison.Ordinal));
        Assert.Contains(_truth, line => line.Facts!.TryGetValue("tip", out string? tip) && tip == "true");
    }

    private static Task TickUntilAsync(FakeTimeProvider time, TimeSpan tick, Func<bool> condition, string what) => Eventually.TrueAsync(
        () =>
        {
            time.Advance(tick);
            return condition();
        },
        what);

    private void CheckTold(TruthLine line)
    {
        var body = (ParcelInspectionBody)_sink.Entered.First(reading => reading.Body.Source!.NativeId == line.NativeId).Body;
        var json = JsonSerializer.SerializeToElement(body, BodyJson.Default.ParcelInspectionBody);
        Assert.Null(FactCheck.Difference(line.Facts!, json));
        Assert.Equal((TruthLine.Stream, "parcel.inspection"), (line.Told, line.Kind));
    }

    [Fact]
    public async Task Give_FolderIsGone_IsKeptAndGivenWhenItIsBack()
    {
        var wire = new FolderWire(_rig.Folder, renames: true, TimeProvider.System);
        var file = ScannerWords.File("SF0001");
        await _rig.DropAsync();
        Assert.Null(await wire.GiveAsync(file, default));

        Directory.CreateDirectory(_rig.Folder);

        Assert.Equal(TruthLine.Stream, await wire.GiveAsync(file, default));
        Assert.Equal(file.Bytes, File.ReadAllBytes(Path.Combine(_rig.Folder, file.Name)));
    }
}
