using System.Text.Json;
using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Store;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Store;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>One station with a real store, from the intake to the disk, on a clock of its own.</summary>
internal sealed class ParcelSite : IClockJudge, IAsyncDisposable
{
    public static readonly StationSettings Line = new()
    {
        Code = "st-1",
        Name = "Line 1",
        Scanners = ["xray"],
        Barcodes = ["bar"],
        Plcs = ["plc"],
        Desks = ["desk"],
        Expects = [PartWord.Scan, PartWord.Barcode, PartWord.Plc],
        Timing = new Dictionary<string, BeltTiming>
        {
            ["bar"] = new(TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1)),
            ["plc"] = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1.5)),
        },
    };

    private readonly StationSettings _station;
    private StoreBench _bench;
    private int _count;

    public ParcelSite(StationSettings? station = null, StoreBench? bench = null)
    {
        _station = station ?? Line;
        _bench = bench ?? new StoreBench();
        Open();
    }

    public FakeTimeProvider Time { get; } = new();

    public SqliteReadingStore Store { get; private set; } = null!;

    public RefusableStore Disk { get; private set; } = null!;

    /// <summary>Grows with every kill, before it.</summary>
    public int Life { get; private set; }

    public string Folder => _bench.Folder;

    public ParcelStage Stage { get; private set; } = null!;

    public ParcelRates Rates { get; private set; } = null!;

    public Intake Intake { get; private set; } = null!;

    public ClockVerdict Now() => new(ClockQuality.Synchronised, 0);

    /// <summary>What the platform has, in the order of the numbers.</summary>
    public IReadOnlyList<JsonElement> Told(string kind = ParcelInspectionBody.KindName) =>
    [
        .. new[] { Lane.Alarm, Lane.Event, Lane.Telemetry }.SelectMany(lane => Store.Read(lane, 0, 10_000)).Where(reading => reading.Kind == kind).OrderBy(reading => reading.Position)
            .Select(reading => JsonDocument.Parse(reading.Payload).RootElement),
    ];

    public IReadOnlyList<JsonElement> Data => [.. Told().Select(reading => reading.GetProperty("data"))];

    /// <summary>What is told last of each record.</summary>
    public IReadOnlyList<JsonElement> Latest => [.. Data.GroupBy(data => data.GetProperty("recordId").GetString()).Select(versions => versions.Last())];

    /// <summary>Scan and number of every record that has both.</summary>
    public string[] Joined() =>
    [
        .. Latest.Select(static data => data.GetProperty("scan")).Where(static scan => scan.TryGetProperty("uid", out _) && scan.TryGetProperty("sequence", out _))
            .Select(static scan => $"{scan.GetProperty("uid").GetString()} {scan.GetProperty("sequence").GetInt32()}").Order(),
    ];

    public ValueTask<Emitted> ScanAsync(string uid, string result = ParcelWords.Clear, double at = 0, Func<ParcelInspectionBody, ParcelInspectionBody>? also = null, params Attachment[] files) =>
        TakeAsync("xray", at, "TDR/" + uid, Change(new ParcelInspectionBody { Origin = "dicos", Result = result, Scan = new ParcelScan { Uid = uid, Status = "SUCCESSFUL", ReportedBy = "MACHINE" } }, also), files);

    public ValueTask<Emitted> BarcodeAsync(string code, double at = 0, string? native = null) =>
        TakeAsync("bar", at, native ?? $"{code}/{at}", new ParcelInspectionBody { Origin = "barcode", Result = ParcelWords.Unknown, Barcodes = [code] });

    public ValueTask<Emitted> PlcAsync(long sequence, string result = ParcelWords.Clear, double at = 0, string? code = null) =>
        TakeAsync("plc", at, $"line/{sequence}", new ParcelInspectionBody { Origin = "modbus", Result = result, Barcodes = code is null ? null : [code], Scan = new ParcelScan { Sequence = sequence } });

    /// <summary>A number that went by while nobody looked: it bears no label, and the moment of the noticing.</summary>
    public ValueTask<Emitted> UnseenAsync(long sequence, double at) =>
        TakeAsync("plc", at, $"line/{sequence}", new ParcelInspectionBody { Origin = "modbus", Result = ParcelWords.Unknown, Flags = ["PARCELS_SKIPPED"], Scan = new ParcelScan { Sequence = sequence } });

    public ValueTask<Emitted> DeskAsync(Func<ParcelInspectionBody, ParcelInspectionBody> word, double at = 0) =>
        TakeAsync("desk", at, $"desk/{++_count}", word(new ParcelInspectionBody { Origin = "operator", Result = ParcelWords.Unknown }));

    /// <param name="device">Who tells.</param>
    /// <param name="at">Seconds from now at which it says that it happened.</param>
    /// <param name="native">Its own identifier.</param>
    /// <param name="body">What it tells.</param>
    /// <param name="files">Pictures.</param>
    public ValueTask<Emitted> TakeAsync(string device, double at, string native, ParcelInspectionBody body, params Attachment[] files)
    {
        var now = Time.GetUtcNow();
        var media = files.Select(file => new MediaRef("xray", file.Sha256, file.Type, file.Content.Length)).ToArray();
        return Intake.TakeAsync(
            new Reading
            {
                Device = device,
                Driver = "driver-of-" + device,
                Lane = body.Result == ParcelWords.Alarm ? Lane.Alarm : Lane.Event,
                Time = now.AddSeconds(at),
                TimeFrom = TimeOrigin.Device,
                Received = now,
                Body = body with { Source = new SourceInfo(native), Media = media.Length > 0 ? media : null, Picture = native.StartsWith("DX/", StringComparison.Ordinal) ? true : null },
                Attachments = files,
            },
            new DeviceFacts(device, null),
            default);
    }

    /// <summary>Lets time pass in small steps, each waited for.</summary>
    public async Task PassAsync(double seconds, double step = 0.25)
    {
        for (double passed = 0; passed < seconds - 0.001; passed += step)
        {
            Time.Advance(TimeSpan.FromSeconds(Math.Min(step, seconds - passed)));
            Stage.Tick();
            await QuietAsync();
        }
    }

    /// <summary>Waits until what was begun is on disk and known to be.</summary>
    public async Task QuietAsync()
    {
        await Store.RememberAsync("quiet", $"{++_count}", default);
        await Eventually.TrueAsync(() => Stage.IsQuiet, "readings under way land");
    }

    /// <summary>Ends the process as a power cut does, and starts the next one on what is on disk.</summary>
    public async Task KillAsync(TimeSpan away = default)
    {
        Life++;
        var left = Left();
        await Store.DisposeAsync();
        _bench.Dispose();
        _bench = left;
        Time.Advance(away);
        Open();
        await QuietAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _bench.Dispose();
    }

    private static ParcelInspectionBody Change(ParcelInspectionBody body, Func<ParcelInspectionBody, ParcelInspectionBody>? also) => also?.Invoke(body) ?? body;

    /// <summary>The mark first: a database that is newer than its mark is what a crash leaves, the other way round is damage.</summary>
    private StoreBench Left()
    {
        var copy = new StoreBench();
        var files = Directory.GetFiles(_bench.Folder, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal));
        foreach (string file in files.OrderBy(static file => !file.EndsWith(".mark", StringComparison.Ordinal)).ThenBy(static file => file, StringComparer.Ordinal))
        {
            string target = Path.Combine(copy.Folder, Path.GetRelativePath(_bench.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    private void Open()
    {
        Store = _bench.Open();
        var envelope = new ReadingEnvelope("site-1", "gw-test");
        Disk = new RefusableStore(Store);
        var keeper = new ParcelKeeper(Disk, Disk, new ParcelTeller(envelope, this), Time, NullLogger.Instance);
        Stage = new ParcelStage(new ParcelShelf(new InspectionSettings { Stations = [_station] }), keeper, Time, new Random(_count), NullLogger<ParcelStage>.Instance);
        Rates = new ParcelRates(Stage, Store, Store, envelope, this, Time, NullLogger<ParcelRates>.Instance);
        Intake = new Intake(new Normaliser(this), envelope, Store, parcels: Stage);
    }
}
