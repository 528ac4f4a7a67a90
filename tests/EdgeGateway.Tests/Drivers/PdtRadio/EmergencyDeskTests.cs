using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio.Hytera;
using EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>Emergencies over whole conversations: slow disks, several devices, restarts, operators.</summary>
public sealed class EmergencyDeskTests : IAsyncLifetime
{
    private const string Clear = "radio.clear-emergency";

    private static readonly byte[] s_pressed = RadioBytes.Hdap(RadioBytes.Lp, 0xB003, [.. RadioBytes.Ip(10, 111), 2, .. new byte[40]]);
    private static readonly byte[] s_left = RadioBytes.Call(0x0A, 3, 1234, 111);
    private static readonly byte[] s_on = RadioBytes.Hdap(RadioBytes.Rcp, 0xB0C8, 9, 1, 0);
    private static readonly byte[] s_off = RadioBytes.Hdap(RadioBytes.Rcp, 0xB0C8, 9, 0, 0);
    private static readonly byte[] s_fromNobody = RadioBytes.Hdap(RadioBytes.Rcp, 0xB845, [1, 0, 0, 0, 1, 0, 5, 0, .. RadioBytes.Little32(1234), 0, 0, 0, 0]);

    private readonly RepeaterPeer _peer = new();
    private readonly RepeaterPeer _other = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeHost _host;

    public EmergencyDeskTests() => _host = new FakeHost(new NoInbox(), _time);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _peer.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task SecondPressAfterTheEnd_IsASecondAlarm_AndItsCopyIsNot()
    {
        await using var repeater = await Conversing.BeginAsync(Driver(_peer));
        foreach (byte[] message in new[] { s_pressed, s_pressed, s_left, s_pressed, s_pressed })
        {
            await SafeAsync(_peer, message);
        }

        Assert.Equal(["begins", "ends", "begins"], States(repeater));
        Assert.Equal(2, repeater.Bodies<RadioPositionBody>().Count());
        Assert.Equal(2, repeater.Sink.Entered.Where(reading => reading.Body is RadioPositionBody).Select(reading => reading.RepeatKey).Distinct().Count());
    }

    [Fact]
    public async Task SignsThatOvertakeTheDisk_AreJudgedOneBehindTheOther()
    {
        await using var repeater = await Conversing.BeginAsync(Driver(_peer), new FakeSink { Holds = true });
        foreach (byte[] message in new[] { s_on, s_off, s_on, RadioBytes.Call(1, 1, 1234, 5) })
        {
            _peer.Say(message);
        }

        await Eventually.TrueAsync(() => repeater.Bodies<RadioCallBody>().Any(), "what came last");
        Assert.Equal(["begins"], States(repeater));
        repeater.Sink.Release();

        await Eventually.TrueAsync(() => _peer.Acknowledged == 4, "all safe");
        Assert.Equal(["begins", "ends", "begins"], States(repeater));
    }

    [Fact]
    public async Task EndedInANetwork_NoDeviceRemembersItAsStanding()
    {
        var far = new FakeHost(new NoInbox(), _time) { Shared = _host.Shared };
        const string network = "north";
        await using var one = await Conversing.BeginAsync(Driver(_peer, network));
        await using var two = await Conversing.BeginAsync(new HyteraRepeaterDriver(far.Context with { Device = "cam-2" }, Options(_other, network)));

        await SafeAsync(_peer, s_pressed);
        await SafeAsync(_other, RadioBytes.Call(1, 5, 1234, 111));
        Assert.Equal([1, 1], new[] { _host, far }.Select(host => Standing(host.Memory)));
        await SafeAsync(_peer, s_left);

        Assert.Equal([0, 0], new[] { _host, far }.Select(host => Standing(host.Memory)));
    }

    [Fact]
    public async Task StoppedBetweenTheAlarmAndItsNote_ItIsNotedAllTheSame()
    {
        var memory = new SlowMemory();
        await using var driver = new HyteraRepeaterDriver(_host.Context with { Memory = memory }, Options(_peer));
        await driver.ConnectAsync(CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var running = driver.RunAsync(new FakeSink(), stop.Token);
        _peer.Say(s_pressed);
        await Eventually.TrueAsync(() => memory.IsAsked, "the alarm is safe");

        await stop.CancelAsync();
        memory.Release();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);

        Assert.Equal(1, Standing(memory));
    }

    [Fact]
    public async Task OperatorClears_EndsItOnceAndNamesTheOrder()
    {
        await using var repeater = await Conversing.BeginAsync(Driver(_peer));
        await SafeAsync(_peer, s_pressed);

        var first = await repeater.OrderAsync(Clear, "{\"radio\": 111}");
        var second = await repeater.OrderAsync(Clear, "{\"radio\": 111}");
        var wrong = await repeater.OrderAsync(Clear, "{\"radio\": \"x\"}");

        Assert.Equal((CommandState.Done, CommandState.Failed, CommandState.Failed), (first.State, second.State, wrong.State));
        Assert.Equal(("none-stands", "bad-arguments"), (second.Reason, wrong.Reason));
        Assert.Equal(["begins", "ends"], States(repeater));
        Assert.Equal("radio.clear-emergency order-1", repeater.Bodies<RadioEmergencyBody>().Last().Evidence[^1]);
        Assert.Equal(Lane.Alarm, repeater.Sink.Entered.Last().Lane);
        Assert.Equal(0, Standing(_host.Memory));
    }

    [Fact]
    public async Task OperatorClears_TheDiskRefuses_ItStillStands()
    {
        var memory = new EmergencyWatch();
        memory.Told(new RadioEmergencyBody { RadioId = 111, State = "begins", EmergencyKind = "alarm", Evidence = [] }, _time.GetUtcNow());
        await _host.Memory.RememberAsync("emergencies", memory.Remember(), default);
        await using var repeater = await Conversing.BeginAsync(Driver(_peer), new FakeSink { Refuses = true });

        var outcome = await repeater.OrderAsync(Clear, "{\"radio\": 111}");

        Assert.Equal((CommandState.Failed, "not-stored"), (outcome.State, outcome.Reason));
        Assert.Equal(1, Standing(_host.Memory));
    }

    [Fact]
    public async Task CallersWithoutAnId_AreApartBySlot_AndEndedTogetherByTheOperator()
    {
        await using var repeater = await Conversing.BeginAsync(Driver(_peer));
        await SafeAsync(_peer, s_fromNobody, slot: 1);
        await SafeAsync(_peer, s_fromNobody, slot: 2);

        var outcome = await repeater.OrderAsync(Clear, "{}");

        Assert.Equal(CommandState.Done, outcome.State);
        Assert.Equal([("begins", 1), ("begins", 2), ("ends", 1), ("ends", 2)], repeater.Bodies<RadioEmergencyBody>().Select(body => (body.State, body.Slot ?? 0)));
    }

    [Fact]
    public async Task CriedBeforeItsIdWasKnown_IsItsOwnAfterwardsAndEnds()
    {
        await using var radio = new SerialRadio();
        radio.Peer.Answers = frame => frame.Message == "020452" ? null : RadioPeer.Greeting(frame);
        await using var driving = await Conversing.BeginAsync(radio.CreateDriver(_host));
        foreach (byte[] message in new[] { s_on, RadioBytes.Hdap(RadioBytes.Rcp, 0x8452, [0, 0, .. RadioBytes.Little32(2101)]), s_off })
        {
            int before = radio.Peer.Acknowledged;
            radio.Peer.Say(message);
            await Eventually.TrueAsync(() => radio.Peer.Acknowledged > before, "acknowledged");
        }

        Assert.Equal([("begins", null), ("goes-on", 2101L), ("ends", 2101L)], driving.Bodies<RadioEmergencyBody>().Select(body => (body.State, body.RadioId)));
        Assert.Equal(0, Standing(_host.Memory));
    }

    private static IEnumerable<string> States(Conversing talk) => talk.Bodies<RadioEmergencyBody>().Select(body => body.State);

    private static int Standing(IDeviceMemory memory)
    {
        var watch = new EmergencyWatch();
        watch.Recall(memory.Recall("emergencies"));
        return watch.Count;
    }

    private static async Task SafeAsync(RepeaterPeer peer, byte[] message, byte slot = 1)
    {
        ushort number = peer.Say(message, slot);
        await Eventually.TrueAsync(() => peer.HasAcknowledged(number), "safe");
    }

    private HyteraRepeaterDriver Driver(RepeaterPeer peer, string? network = null) => new(_host.Context, Options(peer, network));

    private static HyteraRepeaterOptions Options(RepeaterPeer peer, string? network = null) => new()
    {
        Host = "127.0.0.1",
        Places = [peer.PlaceOf(HdapService.Rcp)],
        AckTimeout = TimeSpan.FromDays(1),
        Common = new RadioLinkOptions { Site = new RadioSiteOptions { Network = network } },
    };
}
