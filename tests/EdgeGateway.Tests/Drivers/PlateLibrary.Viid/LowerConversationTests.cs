using System.Globalization;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Transport;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>A library below us: subscription made, renewed, made again, cancelled; readings under our name for it.</summary>
public sealed class LowerConversationTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeTimeProvider _time = new(LibraryWords.Now);
    private readonly FakeSink _sink = new();
    private InboxRig? _inbox;
    private LowerRig? _rig;
    private FakeHost? _host;
    private ViidLibraryDriver? _driver;
    private Task _running = Task.CompletedTask;

    private LowerRig Rig => _rig!;

    public async Task InitializeAsync()
    {
        _inbox = await InboxRig.StartAsync();
        _rig = new LowerRig(_inbox.Inbox.Port);
        _host = new FakeHost(_inbox.Inbox, _time);
        _driver = new ViidLibraryDriver(_host.Context, _rig.Options);
        await _driver.ConnectAsync(_stop.Token);
        _running = _driver.RunAsync(_sink, _stop.Token);
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await Record.ExceptionAsync(() => _running);
        await _driver!.DisposeAsync();
        await Rig.DisposeAsync();
        await _inbox!.DisposeAsync();
    }

    [Fact]
    public async Task Register_Library_IsSubscribedTo()
    {
        Assert.Equal(200, (await Rig.Peer.RegisterAsync()).Status);

        JsonElement subscription = await SubscriptionAsync(0, "POST /VIID/Subscribes");
        Assert.Matches("^34020000005003[0-9]{19}$", subscription.GetProperty("SubscribeID").GetString());
        Assert.Equal("13", subscription.GetProperty("SubscribeDetail").GetString());
        Assert.Equal($"http://127.0.0.1:{_inbox!.Inbox.Port}/VIID/SubscribeNotifications", subscription.GetProperty("ReceiveAddr").GetString());
        Assert.Equal("20261122113200", subscription.GetProperty("BeginTime").GetString());
        Assert.Equal("20261123113200", subscription.GetProperty("EndTime").GetString());
        Assert.Equal(0, subscription.GetProperty("OperateType").GetInt32());
    }

    [Fact]
    public async Task Register_WrongPassword_IsNotSubscribedTo()
    {
        var stranger = new LibraryPeer(_inbox!.Inbox.Port, LibraryWords.Library, "wrong");

        Assert.Equal(401, (await stranger.RegisterAsync()).Status);
        Assert.Equal(401, (await stranger.SendAsync("POST", "/VIID/SubscribeNotifications", LowerRig.Body("A00001"), digest: false)).Status);
        Assert.Empty(_sink.Entered);
        Assert.Empty(Rig.Asked);
    }

    [Fact]
    public async Task Notification_Taken_IsAReadingOfThisDevice()
    {
        await Rig.SendReadingAsync("A12345");

        Reading reading = Assert.Single(_sink.Entered);
        var plate = Assert.IsType<PlateReadBody>(reading.Body);
        Assert.Equal("cam-1", reading.Device);
        Assert.Equal("viid-library", reading.Driver);
        Assert.Equal("苏A12345", plate.Plate.Text);
        Assert.Equal("34020000001320000007", plate.Source!.Id);
        Assert.Equal("34020000001210000001", plate.CheckpointId);
        Assert.Equal(1, Rig.Acknowledged);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Notification_OfAChange_IsRefusedAndNoReading(int operation)
    {
        await Rig.Peer.RegisterAsync();

        var (status, body) = await Rig.Peer.SendAsync("POST", "/VIID/SubscribeNotifications", LowerRig.Body("A12345", operation), digest: false);

        Assert.Equal(200, status);
        Assert.Contains("\"StatusCode\":4", body, StringComparison.Ordinal);
        Assert.Empty(_sink.Entered);
    }

    [Fact]
    public async Task Register_Again_SubscribesAgainUnderTheSameId()
    {
        await Rig.Peer.RegisterAsync();
        JsonElement first = await SubscriptionAsync(0, "POST /VIID/Subscribes");
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(200, (await Rig.Peer.RegisterAsync()).Status);

        JsonElement second = await SubscriptionAsync(1, "POST /VIID/Subscribes");
        Assert.Equal(first.GetProperty("SubscribeID").GetString(), second.GetProperty("SubscribeID").GetString());
    }

    [Fact]
    public async Task Subscription_ThreeQuartersOver_IsProlonged()
    {
        await Rig.Peer.RegisterAsync();
        await SubscriptionAsync(0, "POST /VIID/Subscribes");
        await KeptAliveAsync(TimeSpan.FromHours(17));
        Assert.DoesNotContain(Rig.Asked, static asked => asked.Line.StartsWith("PUT", StringComparison.Ordinal));

        // The keeper counts from the answer, which this clock may have overtaken; then it is asked once more before.
        for (int more = 0; more < 100 && !Rig.Asked.Any(static asked => asked.Line.StartsWith("PUT", StringComparison.Ordinal)); more++)
        {
            await KeptAliveAsync(TimeSpan.FromMinutes(30));
        }

        int at = Rig.Asked.ToList().FindIndex(static asked => asked.Line.StartsWith("PUT", StringComparison.Ordinal));
        JsonElement renewed = await SubscriptionAsync(at, "PUT /VIID/Subscribes");
        Assert.True(DateTime.ParseExact(renewed.GetProperty("EndTime").GetString()!, "yyyyMMddHHmmss", CultureInfo.InvariantCulture) >= new DateTime(2026, 11, 24, 5, 32, 0));
    }

    [Fact]
    public async Task Subscription_Refused_TriesTheOtherVerbThenAgainLater()
    {
        Rig.Answers.Enqueue(1);
        Rig.Answers.Enqueue(1);
        await Rig.Peer.RegisterAsync();
        await Eventually.TrueAsync(() => _host!.Faults.Any(fault => fault.Reason == "subscription-refused"), "the refusal is counted");
        await Eventually.TrueAsync(() => { _time.Advance(TimeSpan.FromSeconds(1)); return Rig.Asked.Count >= 3; }, "asked again");

        Assert.Equal(["POST /VIID/Subscribes", "PUT /VIID/Subscribes", "POST /VIID/Subscribes"], Rig.Asked.Take(3).Select(asked => asked.Line));
        Assert.False(_running.IsCompleted);
    }

    [Fact]
    public async Task Goodbye_Ours_CancelsTheSubscription()
    {
        await Rig.Peer.RegisterAsync();
        string id = (await SubscriptionAsync(0, "POST /VIID/Subscribes")).GetProperty("SubscribeID").GetString()!;
        await Eventually.TrueAsync(() => _time.Timers > 1, "the keeper waits");
        await _stop.CancelAsync();
        await Record.ExceptionAsync(() => _running);

        await _driver!.DisposeAsync();

        Assert.Equal($"DELETE /VIID/Subscribes?IDList={id}", Rig.Asked.Last().Line);
    }

    [Fact]
    public async Task Silence_ThreeKeepalives_EndsAsSilent()
    {
        await Rig.Peer.RegisterAsync();
        await SubscriptionAsync(0, "POST /VIID/Subscribes");
        await Eventually.TrueAsync(() => { _time.Advance(TimeSpan.FromSeconds(1)); return _running.IsCompleted; }, "the silence is noticed");

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => _running);
        Assert.Equal(FaultKind.Silent, fault.Kind);
    }

    private async Task KeptAliveAsync(TimeSpan span)
    {
        for (var left = span; left > TimeSpan.Zero; left -= TimeSpan.FromMinutes(3))
        {
            _time.Advance(TimeSpan.FromMinutes(3) < left ? TimeSpan.FromMinutes(3) : left);
            await Rig.Peer.SendAsync("POST", "/VIID/System/Keepalive", $"{{\"KeepaliveObject\":{{\"DeviceID\":\"{LibraryWords.Library}\"}}}}", digest: false);
        }
    }

    private async Task<JsonElement> SubscriptionAsync(int index, string line)
    {
        await Eventually.TrueAsync(() => Rig.Asked.Count > index, "the subscription");
        var (asked, body) = Rig.Asked.ElementAt(index);
        Assert.Equal(line, asked);
        using JsonDocument json = JsonDocument.Parse(body);
        return json.RootElement.GetProperty("SubscribeListObject").GetProperty("SubscribeObject")[0].Clone();
    }
}
