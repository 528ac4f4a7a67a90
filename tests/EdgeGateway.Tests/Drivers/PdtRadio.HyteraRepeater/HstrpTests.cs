using System.Net;
using System.Net.Sockets;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;

/// <summary>The rules of pdt-radio.md section 3, on real sockets of the loopback.</summary>
public sealed class HstrpTests : IAsyncLifetime
{
    private readonly RepeaterPeer _texts = new();
    private readonly RepeaterPeer _control = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeHost _host;

    public HstrpTests() => _host = new FakeHost(new NoInbox(), _time);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _texts.DisposeAsync();
        await _control.DisposeAsync();
    }

    [Fact]
    public async Task Connect_IsSentFirstWithNumberZero()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());

        var first = _texts.Heard.First();
        Assert.Equal(((byte)0x04, (ushort)0), (first.Type, first.Number));
    }

    [Fact]
    public async Task Data_IsAcknowledgedWhenSafe_NumberAndOptionsEchoedWithoutPayload()
    {
        await using var repeater = await Conversing.BeginAsync(Driver(), new FakeSink { Holds = true });
        ushort number = _texts.Say(RadioBytes.GroupText(1, 10000, 100, "Hello!"), slot: 2);
        await Eventually.TrueAsync(() => repeater.Sink.Entered.Count == 1, "the text");
        Assert.Equal(0, _texts.Acknowledged);

        repeater.Sink.Release();

        await Eventually.TrueAsync(() => _texts.HasAcknowledged(number), "acknowledged");

        // The same form as V035.
        var ack = _texts.Heard.Single(heard => heard.IsAck);
        Assert.Equal((byte)0x21, ack.Type);
        Assert.Equal(RadioBytes.From(RepeaterPeer.Device, 2), ack.Rest);
        Assert.Equal(2, repeater.Bodies<RadioMessageBody>().Single().Slot);
    }

    [Fact]
    public async Task Data_SameNumberAgain_IsAcknowledgedAndNotDelivered()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());
        byte[] datagram = RadioBytes.Hstrp(0x20, 20, RadioBytes.From(RepeaterPeer.Device, 1), RadioBytes.GroupText(1, 1, 7, "x"));
        _texts.SayRaw(datagram);
        await Eventually.TrueAsync(() => _texts.Heard.Count(heard => heard is { IsAck: true, Number: 20 }) == 1, "first");

        _texts.SayRaw(datagram);

        await Eventually.TrueAsync(() => _texts.Heard.Count(heard => heard is { IsAck: true, Number: 20 }) == 2, "second");
        Assert.Single(repeater.Sink.Entered);
    }

    [Fact]
    public async Task Data_NewNumbersSameText_IsOneReading()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());
        foreach (int _ in Enumerable.Range(0, 4))
        {
            _texts.Say(RadioBytes.PrivateText(5, 1, 7, "again"));
        }

        await Eventually.TrueAsync(() => _texts.Acknowledged == 4 && _texts.Data.Count(heard => heard.Message == "0980a2") == 4, "acknowledged and answered");

        Assert.Single(repeater.Sink.Entered);
    }

    [Fact]
    public async Task Heartbeat_OfTheRepeater_IsAnsweredOnceAndNotAcknowledged()
    {
        _texts.AnswersHeartbeats = false;
        await using var repeater = await Conversing.BeginAsync(Driver());
        _time.Advance(TimeSpan.FromSeconds(3));

        _texts.SayRaw(RadioBytes.Hstrp(0x02, 0));
        _texts.SayRaw(RadioBytes.Hstrp(0x02, 0));
        ushort number = _texts.Say(RadioBytes.GroupText(1, 1, 7, "behind"));

        await Eventually.TrueAsync(() => _texts.HasAcknowledged(number), "what came behind");
        Assert.Single(_texts.Heard, heard => heard.IsHeartbeat);
        Assert.Single(_texts.Heard, heard => heard.IsAck);
    }

    [Fact]
    public async Task Heartbeat_TenMissed_TheLinkIsLost()
    {
        (_texts.AnswersHeartbeats, _control.AnswersHeartbeats) = (false, false);
        await using var repeater = await Conversing.BeginAsync(Driver());
        for (int beat = 1; beat <= 10; beat++)
        {
            await _time.UntilAsync(TimeSpan.FromSeconds(1), () => _texts.Heard.Count(heard => heard.IsHeartbeat) >= beat, "a heartbeat");
        }

        await _time.UntilAsync(TimeSpan.FromSeconds(1), () => repeater.Running.IsCompleted, "lost");

        var fault = await repeater.FaultAsync();
        Assert.Equal(FaultKind.Silent, fault.Kind);
        Assert.Contains("heartbeats", fault.Message, StringComparison.Ordinal);
        Assert.Equal(10, _texts.Heard.Count(heard => heard.IsHeartbeat));
    }

    [Fact]
    public async Task Heartbeat_Answered_TheLinkStays()
    {
        var ports = new Hytera.RecordingPorts();
        _host.Datagrams = ports;
        _control.Answers = heard => heard.Message == "0210c9" ? RadioBytes.Hdap(RadioBytes.Rcp, 0x80C9, 0) : null;
        await using var repeater = await Conversing.BeginAsync(Driver());

        // Time goes on only when the answer to every heartbeat that went out was heard; each port was heard once before, at its connect.
        while (Beats(_texts) < 25 || Beats(_control) < 25)
        {
            await Eventually.TrueAsync(() => _host.SignsOfLife >= 2 + ports.Sent.Count(sent => HeardDatagram.Of(sent).IsHeartbeat), "the answers are heard");
            Assert.False(repeater.Running.IsCompleted);
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(2);
        }

        Assert.False(repeater.Running.IsCompleted);
    }

    [Fact]
    public async Task Address_ChangesMidSession_IsKnownByItsDeviceIdAndAnsweredThere()
    {
        var ports = new Hytera.RecordingPorts();
        _host.Datagrams = ports;
        await using var repeater = await Conversing.BeginAsync(Driver());
        using var moved = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        moved.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.7"), 0));
        var gateway = new IPEndPoint(IPAddress.Loopback, ports.Opened[0].Port);

        moved.SendTo(RadioBytes.Hstrp(0x20, 900, RadioBytes.From(4711, 1), RadioBytes.GroupText(1, 1, 7, "stranger")), gateway);
        moved.SendTo(RadioBytes.Hstrp(0x00, 901, null, RadioBytes.GroupText(2, 1, 7, "nameless stranger")), gateway);
        moved.SendTo(RadioBytes.Hstrp(0x20, 902, RadioBytes.From(RepeaterPeer.Device, 1), RadioBytes.GroupText(3, 1, 7, "ours")), gateway);

        var answer = new byte[100];
        int length = await moved.ReceiveAsync(answer).WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal((ushort)902, HeardDatagram.Of(answer.AsSpan(0, length)).Number);
        Assert.Equal("ours", repeater.Bodies<RadioMessageBody>().Single().Text);
        Assert.Equal(2, _host.Faults.Count(fault => fault.Reason == "stranger"));
    }

    [Fact]
    public async Task Connect_OfTheRepeater_IsAcknowledgedAndItsNumbersBeginAnew()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());
        byte[] options = RadioBytes.From(RepeaterPeer.Device, 1);
        _texts.SayRaw(RadioBytes.Hstrp(0x20, 1, options, RadioBytes.GroupText(1, 1, 7, "x")));
        await Eventually.TrueAsync(() => _texts.Heard.Count(heard => heard is { IsAck: true, Number: 1 }) == 1, "first");

        _texts.SayRaw(RadioBytes.Hstrp(0x24, 3, options));
        await Eventually.TrueAsync(() => _texts.Heard.Any(heard => heard is { Type: 0x25, Number: 3 }), "the connect is acknowledged with its options");
        _texts.SayRaw(RadioBytes.Hstrp(0x20, 1, options, RadioBytes.GroupText(1, 1, 7, "x")));

        await Eventually.TrueAsync(() => _texts.Heard.Count(heard => heard is { IsAck: true, Number: 1 }) == 2, "second");
        Assert.Contains((FaultKind.Silent, "duplicate"), _host.Faults);
        Assert.Single(repeater.Sink.Entered);
    }

    [Fact]
    public async Task Close_OfTheRepeater_EndsOrderly()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());

        _texts.SayRaw(RadioBytes.Hstrp(0x08, 9));

        await repeater.Running.WaitAsync(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(() => _texts.Heard.Any(heard => heard is { Type: 0x09, Number: 9 }), "the close is acknowledged");
    }

    [Fact]
    public async Task NothingInbound_AfterConnect_IsToldApartAndNamesTheFirewall()
    {
        (_texts.AnswersConnect, _control.AnswersConnect) = (_ => null, _ => null);
        await using var driver = Driver(TimeSpan.FromSeconds(1));
        var connecting = driver.ConnectAsync(CancellationToken.None);

        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => connecting.IsCompleted, "given up");

        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => connecting);
        Assert.Equal(FaultKind.Unreachable, fault.Kind);
        Assert.Contains("firewall", fault.Message, StringComparison.Ordinal);
        Assert.Contains((FaultKind.Unreachable, "nothing-inbound"), _host.Faults);
        Assert.Equal(4, _texts.Heard.Count);
    }

    [Fact]
    public async Task OnePortSilent_TheOthersWork_AndItIsTriedAgain()
    {
        bool enabled = false;
        _control.AnswersConnect = heard => enabled ? RadioBytes.Hstrp(0x05, heard.Number) : null;
        await using var driver = Driver(TimeSpan.FromSeconds(1));
        var connecting = driver.ConnectAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => _host.SignsOfLife > 0, "the other one answers");
        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => connecting.IsCompleted, "the silent one is left alone");
        await using var repeater = await Conversing.GoOnAsync(driver, connecting);
        await Eventually.TrueAsync(() => _host.Faults.Contains((FaultKind.Silent, "port-silent")), "counted");

        enabled = true;
        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => _control.Data.Any(), "its calls are asked for");

        Assert.Equal("0210c9", _control.Data.First().Message);
        Assert.Equal<byte>([3, 0, 1, 1, 1, 2, 1], _control.Data.First().Content.ToArray());
    }

    [Fact]
    public async Task Send_NotAcknowledged_NumberIsSeededFromTheClock()
    {
        // Q5: it ignores what is not beyond the numbers of our life before.
        _control.Acknowledges = heard => heard.Number > 1000;
        _time.JumpWallClock(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) - _time.GetUtcNow());
        await using var repeater = await Conversing.BeginAsync(Driver(TimeSpan.FromSeconds(1)));

        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => _control.Data.Any(heard => heard.Number > 1000), "seeded");

        Assert.Equal(4, _control.Data.Count(heard => heard.Number == 1));
        var seeded = _control.Data.First(heard => heard.Number > 1000);
        Assert.InRange(seeded.Number, (ushort)(1_700_000_000 % 65536), (ushort)((1_700_000_000 % 65536) + 3600));
        Assert.Equal("0210c9", seeded.Message);
        Assert.Contains((FaultKind.Silent, "timeout"), _host.Faults);
        Assert.False(repeater.Running.IsCompleted);
    }

    [Fact]
    public async Task Send_TheClockIsBehindOnTheCircleOfNumbers_TheOppositeNumberIsTried()
    {
        // 1_700_000_000 is 61696 on the circle, which is before 1000.
        _control.Acknowledges = heard => (short)(heard.Number - 1000) > 0;
        _time.JumpWallClock(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) - _time.GetUtcNow());
        await using var repeater = await Conversing.BeginAsync(Driver(TimeSpan.FromSeconds(1)));

        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => _control.Data.Any(_control.Acknowledges), "the other half of the circle");

        Assert.Equal(8, _control.Data.Count(heard => !_control.Acknowledges(heard)));
        Assert.False(repeater.Running.IsCompleted);
    }

    [Fact]
    public async Task Send_NeverAcknowledged_EndsTheConversation()
    {
        _control.Acknowledges = _ => false;
        await using var repeater = await Conversing.BeginAsync(Driver(TimeSpan.FromSeconds(1)));

        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => repeater.Running.IsCompleted, "given up");

        Assert.Equal(FaultKind.Silent, (await repeater.FaultAsync()).Kind);
        Assert.Equal(12, _control.Data.Count());
    }

    [Fact]
    public async Task SendText_GoesToTheTextPortAndIsDoneByTheFarRadio()
    {
        _texts.Answers = heard => heard.Message == "0980a1"
            ? RadioBytes.TextAck((uint)((heard.Content[0] << 24) | (heard.Content[1] << 16) | (heard.Content[2] << 8) | heard.Content[3]), 1002, 9999, 0) : null;
        await using var repeater = await Conversing.BeginAsync(Driver());

        var outcome = await repeater.OrderAsync("radio.send-text", "{\"to\": 1002, \"kind\": \"individual\", \"text\": \"Hello World\"}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(CommandState.Done, outcome.State);
        var sent = _texts.Data.Single(heard => heard.Message == "0980a1");
        Assert.Equal((byte)0x00, sent.Type);
        Assert.Equal([.. RadioBytes.Ip(10, 1002), .. RadioBytes.Ip(0, 9999)], sent.Content[4..12].ToArray());
    }

    [Fact]
    public async Task RequestPosition_WithoutALocationPort_IsFailedWithTheReason()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());

        var outcome = await repeater.OrderAsync("radio.request-position", "{\"radio\": 7}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((CommandState.Failed, "service-off"), (outcome.State, outcome.Reason));
    }

    [Fact]
    public async Task RepeaterStatus_IsACallOfItsSlot()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());

        // V036 without its transport: channel hang, registration, private, 2308090 to 2301.
        _control.Say(Convert.FromHexString("0245b810000100040004000000fd080000fa372300c303"), slot: 2);

        await Eventually.TrueAsync(() => repeater.Sink.Stored == 1, "the call");
        var call = repeater.Bodies<RadioCallBody>().Single();
        Assert.Equal((2, "hang", 2308090L, 2301L), (call.Slot, call.Phase, call.Caller!.Id, call.Target!.Id));
    }

    private static int Beats(RepeaterPeer peer) => peer.Heard.Count(heard => heard.IsHeartbeat);

    /// <remarks>The clock is the test's and the peers are not: where their promptness is not the matter, they have all the time in the world.</remarks>
    private HyteraRepeaterDriver Driver(TimeSpan? ackTimeout = null) => new(_host.Context, new HyteraRepeaterOptions
    {
        Host = "127.0.0.1",
        GatewayId = 9999,
        Places = [_texts.PlaceOf(HdapService.Tmp), _control.PlaceOf(HdapService.Rcp)],
        AckTimeout = ackTimeout ?? TimeSpan.FromDays(1),
        Common = new RadioLinkOptions { TextAnswers = TextAnswers.All },
    });
}
