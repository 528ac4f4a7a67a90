using System.Text.Json;
using EdgeGateway.Drivers.Abstractions.HotList;
using EdgeGateway.Pipeline;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Store.HotList;
using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;

/// <summary>Lists on a disk of their own with everything around them; the disk and the store survive <see cref="RestartAsync"/>.</summary>
public sealed class HotListSite : IClockJudge, IAsyncDisposable
{
    public const string Library = "lib-1";

    private readonly int _most;
    private int _natives;

    public HotListSite(int most = 1_000_000, bool started = true)
    {
        _most = most;
        Build(started);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("edge-hotlist-").FullName;

    public FakeTimeProvider Time { get; } = new();

    public InMemoryReadingStore Store { get; } = new() { Gateway = "gw-1" };

    public FaultCounters Counters { get; } = new();

    public HotListBook Book { get; private set; } = null!;

    public NoticeBox Notices { get; private set; } = null!;

    public Intake Intake { get; private set; } = null!;

    public HotListAudit Audit { get; private set; } = null!;

    public HotListClerk Clerk { get; private set; } = null!;

    public HotListDesk Desk { get; private set; } = null!;

    public string FileOf(string origin) => Path.Combine(Folder, "hotlist", origin + ".list");

    public HotListEntry Entry(string id, string plate, Func<HotListEntry, HotListEntry>? change = null)
    {
        var entry = new HotListEntry
        {
            Id = id, Plate = plate, Category = "stolen", Reason = "case 12", Authority = "station 4",
            From = Time.GetUtcNow() - TimeSpan.FromDays(1), To = Time.GetUtcNow() + TimeSpan.FromDays(1),
        };
        return change?.Invoke(entry) ?? entry;
    }

    /// <returns>Why not, or <c>taken</c>, for each.</returns>
    public async Task<string[]> PutAsync(params HotListEntry[] entries) =>
        [.. (await Desk.PutAsync(Library, entries, default)).Select(verdict => verdict.Refusal ?? "taken")];

    /// <summary>Id and kind of match of everything that is found, as <c>e-1 exact 0</c>.</summary>
    public string[] Find(string text, string outcome = "VALID", int? colour = null, string? plateClass = null) =>
    [
        .. Book.Find(new PlateInfo { Raw = text, Text = text, Outcome = outcome, Colour = colour, PlateClass = plateClass })
            .Select(find => FormattableString.Invariant($"{find.Entry?.Id} {(find.IsExact ? "exact" : "possible")} {find.Cost}")).Order(StringComparer.Ordinal),
    ];

    public Reading Reading(string plate, string? native = null, params Attachment[] pictures) => new()
    {
        Device = "cam-1", Driver = "test", Lane = Lane.Event, Time = Time.GetUtcNow(), TimeFrom = TimeOrigin.Device, Received = Time.GetUtcNow(),
        Body = new PlateReadBody
        {
            Plate = new PlateInfo { Raw = plate, Text = plate, Outcome = "VALID" },
            PassageKey = "p-1",
            LaneNo = 2,
            Source = new SourceInfo(native ?? $"n-{++_natives}"),
            Media = [.. pictures.Select(picture => new MediaRef("scene", picture.Sha256, picture.Type, picture.Content.Length))],
        },
        Attachments = pictures,
    };

    public Task TakeAsync(Reading reading) => Intake.TakeAsync(reading, new DeviceFacts(reading.Device, null), default).AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Kinds of all readings without audit, in the order of their numbers.</summary>
    public string[] Kinds() => [.. Store.All.Where(reading => reading.Kind != AuditBody.KindName).Select(reading => reading.Kind)];

    public IReadOnlyList<JsonElement> Data(string kind) =>
        [.. Store.All.Where(reading => reading.Kind == kind).Select(reading => JsonDocument.Parse(reading.Payload).RootElement.GetProperty("data"))];

    /// <summary>The process dies and starts again.</summary>
    public async Task RestartAsync(bool started = true)
    {
        Book.Dispose();
        Clerk.Dispose();
        Build(started);
        if (started)
        {
            await Book.Ready.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public async Task<IReadOnlyList<HotListNotice>> NoticesAsync(int count)
    {
        var notices = new List<HotListNotice>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        await using var stream = Desk.NoticesAsync(Library, limit.Token).GetAsyncEnumerator(limit.Token);
        while (notices.Count < count && await stream.MoveNextAsync())
        {
            notices.Add(stream.Current);
        }

        return notices;
    }

    public ClockVerdict Now() => new(ClockQuality.Synchronised, null);

    public ValueTask DisposeAsync()
    {
        Book.Dispose();
        Clerk.Dispose();
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Build(bool started)
    {
        Book = new HotListBook(new HotListFolder(Folder, Time), Time, Counters, NullLogger<HotListBook>.Instance);
        Notices = new NoticeBox(Store, Counters, NullLogger<NoticeBox>.Instance);
        Intake = new Intake(new Normaliser(this), new ReadingEnvelope("site-1", "gw-1"), Store, watch: new PlateWatch(Book, Notices, Time));
        Audit = new HotListAudit(Intake, Time, NullLogger<HotListAudit>.Instance);
        Clerk = new HotListClerk(Book, Audit, Time, _most);
        Desk = new HotListDesk(Clerk, Notices);
        if (started)
        {
            Book.Start();
        }
    }
}
