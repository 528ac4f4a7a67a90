using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Traffic;
using EdgeGateway.Sim.Twins.PlateCamera.Dahua;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Twins.PlateCamera.Dahua;

/// <summary>The twin talks to the driver; what the driver made of it is held against the truth ledger, passage by passage.</summary>
public sealed class DahuaTwinTests
{
    private const int Passages = 25;

    private static readonly CameraProfile s_small = new()
    {
        HeartbeatPeriod = TimeSpan.FromMilliseconds(100),
        Pictures = new PictureProfile { Count = 2, SceneBytes = (900, 1500), PlateBytes = (300, 400) },
        RetryPause = TimeSpan.FromMilliseconds(10),
    };

    private static readonly Dictionary<string, (CameraProfile Common, DahuaProfile Own)> s_profiles = new()
    {
        ["well-behaved"] = (s_small, new()),
        ["gbk"] = (s_small with { Charset = Charset.Gbk }, new()),
        ["declared-wrong"] = (s_small with { Charset = Charset.DeclaredWrong }, new()),
        ["length-plus-one"] = (s_small with { ContentLength = LengthPolicy.PlusOne }, new()),
        ["length-minus-one"] = (s_small with { ContentLength = LengthPolicy.MinusOne }, new()),
        ["length-absent"] = (s_small with { ContentLength = LengthPolicy.Absent }, new()),
        ["length-zero"] = (s_small with { ContentLength = LengthPolicy.Zero }, new()),
        ["local-as-utc"] = (s_small, new() { LocalAsUtc = true }),
        ["local-as-utc-without-real"] = (s_small, new() { LocalAsUtc = true, RealUtc = false }),
        ["local-as-utc-without-anything"] = (s_small, new() { LocalAsUtc = true, RealUtc = false, LocaleTime = false }),
        ["clock-behind"] = (s_small with { ClockOffset = TimeSpan.FromMinutes(-47) }, new()),
        ["lanes-from-one"] = (s_small, new() { LaneBase = 1 }),
        ["junk-lines"] = (s_small, new() { JunkLines = true }),
        ["headers-without-line-ends"] = (s_small, new() { GluedHeaders = true }),
        ["one-shot-nonces"] = (s_small with { Digest = DigestPolicy.OneShot }, new()),
        ["no-qop"] = (s_small with { Digest = DigestPolicy.NoQop }, new()),
        ["sha-256"] = (s_small with { Digest = DigestPolicy.Sha256 }, new()),
        ["comes-and-goes"] = (s_small with { UpFor = TimeSpan.FromMilliseconds(60), DownFor = TimeSpan.FromMilliseconds(60) }, new()),
    };

    public static TheoryData<string, string> Streams
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string name in s_profiles.Keys)
            {
                cases.Add(name, "snap");
            }

            cases.Add("well-behaved", "events");
            cases.Add("declared-wrong", "events");
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task Run_Stream_EveryPassageIsReadAsItWas(string name, string mode)
    {
        var (common, own) = s_profiles[name];
        int port = ScriptedDevice.DeadPort();
        var options = Options(port, own) with { Mode = mode == "snap" ? DahuaMode.Snap : DahuaMode.Events };

        var (truth, readings) = await PlayAsync(Pulled(port, common, own), options);

        Compare(truth, readings);
    }

    [Theory]
    [InlineData("well-behaved")]
    [InlineData("gbk")]
    [InlineData("clock-behind")]
    public async Task Run_Push_EveryPassageIsReadAsItWas(string name)
    {
        var (common, own) = s_profiles[name];
        var (truth, readings) = await PlayAsync(Pushed(common, own), new DahuaOptions { Mode = DahuaMode.Push, Token = new Secret("t0ken-of-cam-1") });

        Assert.All(truth, line => Assert.Equal(TruthLine.Ok, line.Told));
        Compare(truth, readings);
    }

    [Fact]
    public async Task Run_PassagesToldTwice_HaveTheSameNativeId()
    {
        var (truth, readings) = await PlayAsync(Pushed(s_small with { DuplicateRate = 1 }, new()), new DahuaOptions { Mode = DahuaMode.Push, Token = new Secret("t0ken-of-cam-1") }, times: 2);

        Assert.Equal(2 * Passages, readings.Count);
        Compare(truth, readings);
    }

    [Fact]
    public async Task Run_PicturesKeptAsFiles_AreFetchedAfterTheReconnectAndMarked()
    {
        var own = new DahuaProfile { KeepsFiles = true };
        int port = ScriptedDevice.DeadPort();
        var (truth, readings) = await PlayAsync(Pulled(port, s_small, own) with { Rate = 25 }, Options(port, own) with { Backfill = true }, cut: true);

        Compare([.. truth.Where(line => line.IsAccepted)], readings);
        Assert.Contains(readings, reading => reading.Body.Source!.NativeId!.StartsWith("/mnt/sd/", StringComparison.Ordinal));
        Assert.All(readings, reading => Assert.Equal(reading.Body.Source!.NativeId!.StartsWith("/mnt/sd/", StringComparison.Ordinal), reading.Body.Source.Retransmitted));
    }

    [Fact]
    public async Task Post_AnswerWithoutATrueResult_IsRepeatedUntilOneComes()
    {
        await using var inbox = new RecordingInbox();
        var device = Pushed(s_small, new()) with { Url = inbox.Url("/cam-1/token"), Count = 1 };
        var ledger = new ListLedger();
        using var stop = new CancellationTokenSource();

        var running = new ScenarioRunner(new Scenario { Seed = 1, Devices = [device] }, ledger, TimeProvider.System).RunAsync(stop.Token);
        await Soon.TrueAsync(() => inbox.Posts.Count(post => post.Head.StartsWith("POST /cam-1/token/NotificationInfo/TollgateInfo ", StringComparison.Ordinal)) >= 3, "OK is not enough");
        await stop.CancelAsync();
        await running;

        Assert.False(Assert.Single(ledger.Lines).IsAccepted);
    }

    [Fact]
    public void Read_Profile_TakesEveryName()
    {
        var mistakes = new List<Mistake>();
        using var json = System.Text.Json.JsonDocument.Parse(
            """{"realUtc":false,"localAsUtc":true,"localeTime":false,"laneBase":1,"junkLines":true,"gluedHeaders":true,"expects":"200","recovery":"files"}""");

        var profile = DahuaProfileReader.Read(new JsonSection(json.RootElement, "dahua", mistakes));

        Assert.Empty(mistakes);
        Assert.Equal(
            new DahuaProfile { RealUtc = false, LocalAsUtc = true, LocaleTime = false, LaneBase = 1, JunkLines = true, GluedHeaders = true, ExpectsTrue = false, KeepsFiles = true },
            profile);
    }

    private static void Compare(IReadOnlyList<TruthLine> truth, IReadOnlyList<Reading> readings)
    {
        var byId = readings.ToLookup(reading => Identity(reading.Body.Source!.NativeId!));
        Assert.NotEmpty(truth);
        Assert.Equal(truth.Select(line => line.NativeId).Order(), byId.Select(group => group.Key).Order());
        foreach (var line in truth)
        {
            foreach (var reading in byId[line.NativeId])
            {
                var body = (PlateReadBody)reading.Body;
                Assert.Equal((line.Plate, line.LaneNo, line.Time), (body.Plate.Text ?? "", body.LaneNo, reading.Time));
                Assert.Equal(
                    line.Pictures.Select(picture => picture.Sha256).Order(),
                    (body.Media ?? []).Where(media => media.Role != "raw").Select(media => media.Sha256).Order());
            }
        }
    }

    /// <summary>A push puts the moment behind the picture's name, which begins with the twin's own identifier.</summary>
    private static string Identity(string nativeId) => nativeId.Length > 36 && Guid.TryParse(nativeId.AsSpan(0, 36), out _) ? nativeId[..36] : nativeId.Split('~')[0];

    private static async Task<(IReadOnlyList<TruthLine> Truth, IReadOnlyList<Reading> Readings)> PlayAsync(CameraDevice device, DahuaOptions options, bool cut = false, int times = 1)
    {
        await using var inbox = await InboxRig.StartAsync();
        var host = new FakeHost(inbox.Inbox);
        var sink = new FakeSink();
        var ledger = new ListLedger();
        using var stop = new CancellationTokenSource();
        var driving = DriveAsync(host, options, sink, stop.Token);
        device = device.Mode == DeviceMode.Push ? device with { Url = new Uri($"http://127.0.0.1:{inbox.Inbox.Port}/cam-1/t0ken-of-cam-1") } : device;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var playing = TwinAsync(device, ledger, cut, patience.Token);
        await Soon.TrueAsync(() => ledger.Lines.Count >= Passages && sink.Stored >= times * ledger.Lines.Count(line => line.IsAccepted), "every passage is told and read");
        await patience.CancelAsync();
        await playing;
        await stop.CancelAsync();
        await driving;
        return ([.. ledger.Lines], [.. sink.Entered]);
    }

    /// <summary>The camera of a scenario, which stays a while after its last vehicle so that all can be heard and fetched.</summary>
    private static async Task TwinAsync(CameraDevice device, ListLedger ledger, bool cut, CancellationToken ct)
    {
        var start = TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(150);
        var trouble = new CameraTrouble(device.Profile, start);
        var plan = new CameraPlan(device.Id, device.Profile, start, DateTimeOffset.MaxValue, device.Count);
        var wire = DahuaTwin.Wire(device, 7, trouble, ledger, TimeProvider.System);
        await using var twin = new PlateCameraTwin(plan, new PassageSource(7, device.Id, start, device.Rate), wire, trouble, TimeProvider.System) { Linger = TimeSpan.FromSeconds(90) };
        var running = twin.RunAsync(ct);
        if (cut)
        {
            await Soon.TrueAsync(() => ledger.Lines.Count >= 3, "some are on disk");
            trouble.Disconnect(TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(300));
        }

        await running;
    }

    private static async Task DriveAsync(FakeHost host, DahuaOptions options, FakeSink sink, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await using var driver = new DahuaDriver(host.Context, options);
            try
            {
                await driver.ConnectAsync(ct);
                await driver.RunAsync(sink, ct);
            }
            catch (DeviceFaultException)
            {
                await Task.Delay(5, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static DahuaOptions Options(int port, DahuaProfile own) => new()
    {
        Peer = new() { Host = "127.0.0.1", Port = port, User = "admin", Password = new Secret("Pass-1234") }, LaneBase = own.LaneBase,
    };

    private static CameraDevice Pulled(int port, CameraProfile common, DahuaProfile own) => new()
    {
        Id = "cam-1", Driver = DeviceReader.DahuaAnpr, Mode = DeviceMode.Pull, Profile = common, Dahua = own, Rate = 200, Count = Passages,
        Listen = new IPEndPoint(IPAddress.Loopback, port), User = "admin", Password = "Pass-1234",
    };

    private static CameraDevice Pushed(CameraProfile common, DahuaProfile own) => new()
    {
        Id = "cam-1", Driver = DeviceReader.DahuaAnpr, Mode = DeviceMode.Push, Profile = common, Dahua = own, Rate = 100, Count = Passages,
    };
}
