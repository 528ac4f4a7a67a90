using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using EdgeGateway.Sim.Http;
using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Kiosk.Application;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.FirmwareSim.Twins.Kiosk.Xfs4Iot;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Kiosk.Application;

/// <summary>The software of a kiosk: it forgets nothing before it is told that it is safe, and notes exactly that.</summary>
public sealed class ApplicationKioskTwinTests : IAsyncDisposable
{
    private const int Customers = 25;

    private static readonly ApplicationKioskProfile s_profile = new()
    {
        Pause = TimeSpan.FromMilliseconds(5), CountsEvery = 5, HeartbeatEvery = TimeSpan.FromMilliseconds(1),
        Day = new KioskDayProfile
        {
            Rate = 20, Receipts = 5, Jam = 0.1, Care = TimeSpan.FromMilliseconds(50), TamperEvery = 6, TamperFor = TimeSpan.FromMilliseconds(20), PowerCutEvery = 9, PowerCutFor = TimeSpan.FromMilliseconds(50),
        },
    };

    private readonly ListLedger _ledger = new();
    private readonly SeedList _seeds = new();
    private readonly DeviceTrouble _trouble = new(TimeSpan.Zero, TimeSpan.Zero, DateTimeOffset.UtcNow);
    private readonly ConcurrentQueue<JsonElement> _taken = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("edge-spool-").FullName;
    private readonly RequestServer _inbox;
    private int _asked;

    public ApplicationKioskTwinTests()
    {
        _inbox = new RequestServer(new IPEndPoint(IPAddress.Loopback, 0), Answer);
        _inbox.Start();
    }

    private string[] Told => [.. _ledger.Lines.Where(line => line is { Kind: "kiosk.transaction", IsAcknowledged: true }).Select(line => line.Facts!["session"])];

    public async ValueTask DisposeAsync()
    {
        await _inbox.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Day_WithAnInboxThatFails_IsToldOnceEachInTheLedgerAndAsOftenAsNeeded()
    {
        _trouble.Garbage(1);
        _trouble.CutInside(1);
        await RunAsync(new PostingWire(new Uri($"http://{_inbox.EndPoint}/kiosk-01/token/messages"), TimeSpan.FromSeconds(20), TimeProvider.System));

        string[] came = [.. Of("transaction").Select(one => one.GetProperty("session").GetString()!)];
        Assert.Equal(Customers, Told.Length);
        Assert.Equal(Told.Order(StringComparer.Ordinal), came.Distinct().Order(StringComparer.Ordinal));
        Assert.True(came.Length > Customers, "nothing was repeated");
        foreach (string type in new[] { "counters", "supplies", "state", "heartbeat", "modules" })
        {
            Assert.NotEmpty(Of(type));
        }

        string[] alarms = [.. _ledger.Lines.Where(line => line.Kind == "kiosk.alarm").Select(line => $"{line.Facts!["alarm"]} {line.Facts["active"]}")];
        Assert.Contains("door-open true", alarms);
        Assert.Contains("tamper false", alarms);
        Assert.Contains("jam true", alarms);
        Assert.Contains(_taken, one => one.TryGetProperty("citizenId", out JsonElement id) && _seeds.Words.Contains(id.GetString()));
    }

    [Fact]
    public async Task Transaction_Told_HasTheFactsThatItsLineNames()
    {
        await RunAsync(new PostingWire(new Uri($"http://{_inbox.EndPoint}/kiosk-01/token/messages"), TimeSpan.FromSeconds(20), TimeProvider.System));

        foreach (TruthLine line in _ledger.Lines.Where(line => line.Kind == "kiosk.transaction"))
        {
            JsonElement said = Of("transaction").First(one => one.GetProperty("session").GetString() == line.Facts!["session"]);
            int steps = said.GetProperty("steps").GetArrayLength();
            Assert.Equal("", line.Facts![$"steps.{steps}"]);
            Assert.Equal(said.GetProperty("steps")[steps - 1].GetProperty("result").GetString(), line.Facts[$"steps.{steps - 1}.result"]);
            Assert.Equal(said.GetProperty("outcome").GetString(), line.Facts["outcome"]);
            Assert.Equal(said.TryGetProperty("payment", out JsonElement paid) ? paid.GetProperty("amountFen").GetRawText() : "", line.Facts["amountFen"]);
        }
    }

    [Fact]
    public async Task Message_Refused_IsNotSafeAndIsNotedAsAFault()
    {
        await using var strict = new RequestServer(new IPEndPoint(IPAddress.Loopback, 0), _ => new ServedAnswer(200, """{"accepted":0,"refused":[{"index":0,"fault":"session-missing"}]}"""));
        strict.Start();
        await RunAsync(new PostingWire(new Uri($"http://{strict.EndPoint}/kiosk-01/token"), TimeSpan.FromSeconds(20), TimeProvider.System), together: 1);

        Assert.Empty(Told);
        Assert.Contains(_ledger.Lines, line => line.Kind == "kiosk.breach" && line.Facts!["what"].EndsWith("session-missing", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Spool_FilesTakenAway_AreSafeAndThoseInQuarantineAreNot()
    {
        string quarantine = Directory.CreateDirectory(Path.Combine(_folder, "quarantine")).FullName;
        using var stop = new CancellationTokenSource();
        Task taking = TakeAsync(quarantine, stop.Token);
        _trouble.CutInside(1);
        _trouble.Garbage(1);

        await RunAsync(new SpoolWire(_folder, TimeSpan.FromSeconds(20), TimeProvider.System));
        await stop.CancelAsync();
        await taking;

        Assert.Equal(Customers, Told.Length);
        Assert.True(File.Exists(Path.Combine(_folder, "half.tmp")));
    }

    [Fact]
    public async Task Spool_WithNames_PutsThemBehindTheNumberSoThatTheOrderHolds()
    {
        using var wire = new SpoolWire(_folder, TimeSpan.Zero, TimeProvider.System, number => $"\u9f8d\u71da\u6f84-{number}");

        await wire.SayAsync("{}"u8.ToArray(), CancellationToken.None);

        Assert.Equal("000001-\u9f8d\u71da\u6f84-0.json", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder))));
    }

    [Fact]
    public async Task Session_NamedAfterTheCustomer_IsOneOfNine()
    {
        await RunAsync(new PostingWire(new Uri($"http://{_inbox.EndPoint}/kiosk-01/token/messages"), TimeSpan.FromSeconds(20), TimeProvider.System));

        Assert.Equal([0, 9, 18], Of("transaction").Select(one => one.GetProperty("session").GetString()!).Distinct().Index().Where(one => !Guid.TryParse(one.Item, out _)).Select(one => one.Index));
        Assert.All(Told.Where(session => !Guid.TryParse(session, out _)), session => Assert.Contains(_seeds.Words, word => session.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>As a gateway would: what cannot be read aside, the rest kept.</summary>
    private async Task TakeAsync(string quarantine, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            foreach (string file in Directory.GetFiles(_folder, "*.json").Order(StringComparer.Ordinal))
            {
                if (File.ReadAllText(file).Contains('\0', StringComparison.Ordinal))
                {
                    File.Move(file, Path.Combine(quarantine, Path.GetFileName(file)));
                }

                File.Delete(file);
            }

            await Task.Delay(5, CancellationToken.None);
        }
    }

    private async Task RunAsync(IApplicationWire wire, int together = 20)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        var plan = new KioskPlan("kiosk-01-app", "kiosk-01", s_profile.Day, 7, now, DateTimeOffset.MaxValue, Customers);
        await using var twin = new ApplicationKioskTwin(plan, s_profile with { Together = together }, wire, _trouble, _ledger, _seeds, TimeProvider.System);
        await twin.RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
    }

    private IEnumerable<JsonElement> Of(string type) => _taken.Where(one => one.GetProperty("type").GetString() == type);

    /// <summary>Every third time it has kept what came and the kiosk does not hear of it.</summary>
    private ServedAnswer? Answer(ServedRequest request)
    {
        try
        {
            foreach (string line in request.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                _taken.Enqueue(JsonDocument.Parse(line).RootElement.Clone());
            }
        }
        catch (JsonException)
        {
            return new ServedAnswer(400);
        }

        return (Interlocked.Increment(ref _asked) % 3) switch
        {
            0 => null,
            1 => new ServedAnswer(503),
            _ => new ServedAnswer(200, """{"accepted":1,"refused":[],"doubted":[]}"""),
        };
    }
}
