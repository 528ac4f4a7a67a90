using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

/// <summary>Scans that do not come, or are not decided, in the order of the belt: numbers without a label go by that order.</summary>
public sealed class ParcelOrderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new Support.FakeTimeProvider().GetUtcNow();

    private readonly ParcelSite _site = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _site.DisposeAsync();

    /// <summary>Seen at a rush on a busy machine: two numbers in each other's records. The file of the earlier scan was whole later.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(4.5)]
    public async Task Take_LaterScanOvertakesTheEarlierOne_NumberWaitsForItsOwn(double waited)
    {
        await NumberAsync(31, 1);
        await _site.PassAsync(waited);
        await ScanAsync("u32", began: -0.3, decided: 0.5);
        await _site.PassAsync(4.5);
        await ScanAsync("u31", began: -0.7, decided: 0.1);
        await NumberAsync(32, 1.5);
        await _site.PassAsync(16, 1);

        Assert.Equal(["u31 31", "u32 32"], _site.Joined());
    }

    /// <summary>The gateway was away while the earlier file came, and finds it after its start: time in which nobody looked is no waiting.</summary>
    [Fact]
    public async Task Take_KilledBeforeTheEarlierScanIsRead_NumberWaitsForItsOwn()
    {
        await NumberAsync(31, 1);
        await ScanAsync("u32", began: -0.3, decided: 0.5);
        await _site.KillAsync(TimeSpan.FromSeconds(30));
        await _site.PassAsync(1);
        await ScanAsync("u31", began: -0.7, decided: 0.1);
        await NumberAsync(32, 1.5);
        await _site.PassAsync(16, 1);

        Assert.Equal(["u31 31", "u32 32"], _site.Joined());
    }

    /// <summary>Both are on disk and not joined yet, and the gateway is away for longer than a record stays open.</summary>
    [Fact]
    public async Task Take_KilledAndAwayForLong_NumberFindsItsScanBeforeBothAreFinal()
    {
        await ScanAsync("u31", began: -0.7, decided: 0.1);
        await NumberAsync(31, 1.2);
        await _site.PassAsync(1);
        await _site.KillAsync(TimeSpan.FromSeconds(600));
        await _site.PassAsync(16);

        Assert.Equal(["u31 31"], _site.Joined());
        Assert.Single(_site.Latest);
    }

    /// <summary>
    /// Seen behind a kill: the controller's alarm is of the parcel whose picture is here and whose report is not yet, and the report of an alarm two parcels before
    /// is read first.
    /// </summary>
    [Fact]
    public async Task Take_AlarmOfAnEarlierScanIsReadLate_DoesNotTakeTheControllersAlarmOfTheNext()
    {
        await ScanAsync("u19", began: 0.5, decided: 1.1, part: "picture", result: ParcelWords.Unknown);
        await UnseenAsync(17, 2.2);
        await UnseenAsync(18, 2.2);
        await _site.PlcAsync(19, ParcelWords.Alarm, at: Ahead(2.2));
        await ScanAsync("u17", began: -0.2, decided: 0.4, result: ParcelWords.Alarm);
        await _site.PassAsync(1);

        Assert.DoesNotContain("u17 19", _site.Joined());
    }

    /// <summary>The computer needs longer for one picture than for the next: what counts is when the scans began.</summary>
    [Fact]
    public async Task Take_LaterParcelIsDecidedFirst_CountsByTheBeginOfTheScans()
    {
        await ScanAsync("u1", began: -0.9, decided: 0, "SF1");
        await NumberAsync(1, 1, "SF1");
        await ScanAsync("u3", began: 0.8, decided: 1.4);
        await ScanAsync("u2", began: 0.5, decided: 1.6);
        await UnseenAsync(2, 3.5);
        await UnseenAsync(3, 3.5);
        await ScanAsync("u4", began: 1.7, decided: 2.5, "SF4");
        await NumberAsync(4, 3.5, "SF4");
        await _site.PassAsync(2);

        Assert.Equal(["u1 1", "u2 2", "u3 3", "u4 4"], _site.Joined());
    }

    /// <summary>The word of the person at the screen is read first: its time says nothing of where on the belt the parcel was.</summary>
    [Fact]
    public async Task Take_ReviewIsReadBeforeTheReport_KeepsThePlaceOnTheBelt()
    {
        await ScanAsync("u1", began: -0.9, decided: 0, "SF1");
        await NumberAsync(1, 1, "SF1");
        await ScanAsync("u2", began: 0.5, decided: 6, part: "review");
        await ScanAsync("u2", began: 0.5, decided: 1.4);
        await ScanAsync("u3", began: 1.3, decided: 2.2);
        await UnseenAsync(2, 3.5);
        await UnseenAsync(3, 3.5);
        await ScanAsync("u4", began: 2.1, decided: 3, "SF4");
        await NumberAsync(4, 4, "SF4");
        await _site.PassAsync(2);

        Assert.Equal(["u1 1", "u2 2", "u3 3", "u4 4"], _site.Joined());
    }

    /// <summary>A begin that cannot be (another zone, a clock at its beginning) leaves the time of the decision in its place.</summary>
    [Theory]
    [InlineData(-28_800)]
    [InlineData(28_800)]
    public async Task Take_BeginIsNonsense_GoesByTheDecision(double wrong)
    {
        await ScanAsync("u1", began: -0.9, decided: 0, "SF1");
        await NumberAsync(1, 1, "SF1");
        await ScanAsync("u2", began: wrong, decided: 1.4);
        await ScanAsync("u3", began: 1.3, decided: 2.2);
        await UnseenAsync(2, 3.5);
        await UnseenAsync(3, 3.5);
        await ScanAsync("u4", began: 2.1, decided: 3, "SF4");
        await NumberAsync(4, 4, "SF4");
        await _site.PassAsync(2);

        Assert.Equal(["u1 1", "u2 2", "u3 3", "u4 4"], _site.Joined());
    }

    /// <param name="uid">Its name.</param>
    /// <param name="began">Seconds from the start of the test.</param>
    /// <param name="decided">Seconds from the start of the test.</param>
    /// <param name="label">On the parcel; null when the scanner has none.</param>
    /// <param name="part">Another file of the same scan.</param>
    /// <param name="result">What it says.</param>
    private async Task ScanAsync(string uid, double began, double decided, string? label = null, string part = "", string result = ParcelWords.Clear) =>
        await _site.TakeAsync("xray", Ahead(decided), $"TDR/{uid}{part}", new ParcelInspectionBody
        {
            Origin = "dicos",
            Result = result,
            Barcodes = label is null ? null : [label],
            Scan = new ParcelScan { Uid = uid, Time = s_start.AddSeconds(began), Status = "SUCCESSFUL", ReportedBy = part.Length > 0 ? "OPERATOR" : "MACHINE" },
        });

    private async Task NumberAsync(int number, double at, string? label = null) => await _site.PlcAsync(number, at: Ahead(at), code: label);

    private async Task UnseenAsync(int number, double at) => await _site.UnseenAsync(number, Ahead(at));

    /// <summary>From now on.</summary>
    private double Ahead(double seconds) => (s_start.AddSeconds(seconds) - _site.Time.GetUtcNow()).TotalSeconds;
}
