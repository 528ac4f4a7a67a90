using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>The session rules of pdt-radio.md section 2.4, on a serial line in memory.</summary>
public sealed class HrnpSessionTests : IAsyncLifetime
{
    /// <summary>The clock is the test's and the peer is not: where its promptness is not the matter, it has all the time in the world.</summary>
    private static readonly HyteraRadioOptions s_patient = new() { AckTimeout = TimeSpan.FromDays(1) };

    private readonly SerialRadio _radio = new();
    private readonly FakeTimeProvider _time = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _radio.DisposeAsync();

    [Fact]
    public async Task Connect_Accepted_TheGrantedAddressAndTheRadiosVersionAreTaken()
    {
        (_radio.Peer.Grants, _radio.Peer.Version) = (0x33, 3);
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host()));

        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting");

        var connect = _radio.Peer.Heard.First();
        Assert.Equal((HeardFrame.Connect, (byte)0x20, (byte)0x10, (ushort)0, (byte)4), (connect.Opcode, connect.Source, connect.Destination, connect.Number, connect.Version));
        Assert.All(_radio.Peer.Data, frame => Assert.Equal(((byte)0x33, (byte)0x10, (byte)3), (frame.Source, frame.Destination, frame.Version)));
    }

    [Fact]
    public async Task Greeting_InTheDocumentedOrder_EachReplyAcknowledgedBeforeTheNextQuestion()
    {
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host()));

        await Eventually.TrueAsync(() => _radio.Peer.Heard.Count(frame => frame.Opcode == HeardFrame.DataAck) == 8, "eight replies are acknowledged");

        Assert.Equal(["0200c6", "0200c4", "020201", "0200e7", "020452", "021847", "0210c9", "0210c7"], _radio.Peer.Data.Select(frame => frame.Message));
        Assert.Equal(Enumerable.Range(1, 8), _radio.Peer.Data.Select(frame => (int)frame.Number));
        var afterConnect = _radio.Peer.Heard.Skip(1).Select(frame => frame.Opcode).ToList();
        Assert.All(Enumerable.Range(0, 16), i => Assert.Equal(i % 2 == 0 ? HeardFrame.Data : HeardFrame.DataAck, afterConnect[i]));
        Assert.Equal<byte>([4, 9, 1, 0x0B, 1, 0x0E, 1, 0x11, 1], _radio.Peer.Data.Last().Content.ToArray());
    }

    [Fact]
    public async Task Connect_NoAnswer_IsSentFourTimesASecondApart()
    {
        _radio.Peer.AnswersConnect = false;
        await using var driver = _radio.CreateDriver(Host());
        var connecting = driver.ConnectAsync(CancellationToken.None);
        for (int sent = 1; sent <= 4; sent++)
        {
            await Eventually.TrueAsync(() => _radio.Peer.Heard.Count == sent && _time.Timers > 0, "a connect, and the wait behind it");
            _time.Advance(TimeSpan.FromMilliseconds(999));
            Assert.Equal(sent, _radio.Peer.Heard.Count);
            _time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var fault = await Assert.ThrowsAsync<global::EdgeGateway.Drivers.Abstractions.DeviceFaultException>(() => connecting.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(FaultKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Send_NotAcknowledged_SameBytesFourTimesThenSilent()
    {
        _radio.Peer.Acknowledges = _ => false;
        var host = Host();
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(host));

        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => radio.Running.IsCompleted, "the session is given up");

        Assert.Equal(FaultKind.Silent, (await radio.FaultAsync()).Kind);
        Assert.Equal(4, _radio.Peer.Data.Count());
        Assert.All(_radio.Peer.Data, frame => Assert.Equal((1, "0200c6"), (frame.Number, frame.Message)));
        Assert.Equal(3, host.Faults.Count(fault => fault.Reason == "retry"));
        Assert.Equal(1, host.Faults.Count(fault => fault.Reason == "timeout"));
    }

    [Fact]
    public async Task Send_WhileAReadingWaitsForTheDisk_IsStillAcknowledged()
    {
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host()), new FakeSink { Holds = true });
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting");
        _radio.Peer.Say(RadioBytes.GroupText(1, 1, 7, "waits"));
        await Eventually.TrueAsync(() => radio.Sink.Entered.Count == 1, "the reading is handed over");

        _ = radio.OrderAsync("radio.poll-presence", "{\"radio\": 8}");
        _ = radio.OrderAsync("radio.poll-presence", "{\"radio\": 9}");

        // One outstanding at a time: the second goes out only when the first was acknowledged.
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count(frame => frame.Message == "110002") == 2, "both questions went out");
        Assert.Equal(0, _radio.Peer.Acknowledged);
        radio.Sink.Release();
        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1, "safe, then acknowledged");
    }

    [Fact]
    public async Task Data_SameFrameWhileTheFirstIsNotSafe_IsAcknowledgedOnceAndOnlyThen()
    {
        var host = Host();
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(host), new FakeSink { Holds = true });
        byte[] frame = RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.GroupText(1, 1, 7, "once"));
        _radio.Peer.SayRaw(frame);
        await Eventually.TrueAsync(() => radio.Sink.Entered.Count == 1, "the first copy");

        _radio.Peer.SayRaw(frame);
        await Eventually.TrueAsync(() => host.Faults.Any(fault => fault.Reason == "duplicate"), "the second copy");

        Assert.Equal(0, Acks(500));
        radio.Sink.Release();
        await Eventually.TrueAsync(() => Acks(500) == 1, "acknowledged when safe");
        _radio.Peer.SayRaw(frame);
        await Eventually.TrueAsync(() => Acks(500) == 2, "a copy of what is safe is acknowledged at once");
        Assert.Single(radio.Sink.Entered);
    }

    [Fact]
    public async Task Data_RefusedByTheDisk_TheNextCopyIsTakenAsTheFirst()
    {
        var sink = new FakeSink { Refuses = true };
        var host = Host();
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(host), sink);
        byte[] frame = RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.GroupText(1, 1, 7, "again"));
        _radio.Peer.SayRaw(frame);
        await Eventually.TrueAsync(() => host.Faults.Contains((FaultKind.Busy, "not-safe")), "refused");

        _radio.Peer.SayRaw(frame);

        await Eventually.TrueAsync(() => sink.Entered.Count == 2, "tried again");
        Assert.Equal(0, Acks(500));
        Assert.DoesNotContain(host.Faults, fault => fault.Reason == "reading-not-stored");
    }

    [Theory]
    [InlineData("unknown service", "unknown-message")]
    [InlineData("checksum", "bad-hdap")]
    [InlineData("unknown opcode", "unknown-message")]
    [InlineData("too short", "bad-hdap")]
    [InlineData("fragment", "bad-hrnp")]
    public async Task Data_NotUnderstood_IsAcknowledgedAndCounted(string what, string reason)
    {
        var host = Host();
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(host));
        byte[] wrong = RadioBytes.GroupText(1, 1, 7, "x");
        wrong[^2] ^= 1;
        _radio.Peer.SayRaw(what switch
        {
            "unknown service" => RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.Hdap(0x33, 1, 2, 3)),
            "checksum" => RadioBytes.Hrnp(HeardFrame.Data, 500, wrong),
            "unknown opcode" => RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.Hdap(RadioBytes.Lp, 0xF00F, 1)),
            "too short" => RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.Hdap(RadioBytes.Rrs, 0x0003, 1)),
            _ => RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.GroupText(1, 1, 7, "x"), block: 1),
        });

        await Eventually.TrueAsync(() => Acks(500) == 1, "acknowledged");

        Assert.Contains(host.Faults, fault => fault.Reason == reason);
        Assert.Empty(radio.Sink.Entered);
    }

    [Fact]
    public async Task Data_WrongChecksumWhereTheSettingsTakeIt_IsReadAndMarked()
    {
        var host = Host();
        var options = new HyteraRadioOptions { Common = new() { AcceptUnverified = true } };
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(host, options));
        byte[] wrong = RadioBytes.GroupText(1, 1, 7, "x");
        wrong[^2] ^= 1;

        _radio.Peer.SayRaw(RadioBytes.Hrnp(HeardFrame.Data, 500, wrong));

        await Eventually.TrueAsync(() => Acks(500) == 1, "acknowledged");
        Assert.Equal(["UNVERIFIED"], radio.Sink.Entered.Single().Body.Flags!);
        Assert.Contains((FaultKind.Garbled, "unverified"), host.Faults);
    }

    [Fact]
    public async Task Data_VersionChanges_IsEchoed()
    {
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host()));
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting");

        _radio.Peer.SayRaw(RadioBytes.Hrnp(HeardFrame.Data, 500, RadioBytes.GroupText(1, 1, 7, "x"), version: 0));

        await Eventually.TrueAsync(() => Acks(500) == 1, "acknowledged");
        var ack = _radio.Peer.Heard.Single(frame => frame is { Opcode: HeardFrame.DataAck, Number: 500 });
        Assert.Equal(((byte)0, (byte)0x20, (byte)0x10), (ack.Version, ack.Source, ack.Destination));
    }

    [Fact]
    public async Task Idle_ThirtySecondsWithoutAWord_TheRadioIsAskedForItsId()
    {
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host(), s_patient));
        await Eventually.TrueAsync(() => _radio.Peer.Heard.Count(frame => frame.Opcode == HeardFrame.DataAck) == 8, "the greeting");
        Assert.Single(_radio.Peer.Data, frame => frame.Message == "020452");

        await _time.UntilAsync(TimeSpan.FromSeconds(1), () => _radio.Peer.Data.Count(frame => frame.Message == "020452") == 2, "the probe");

        Assert.True(_time.GetUtcNow() >= Start.AddSeconds(30));
        Assert.Equal<byte>([0], _radio.Peer.Data.Last().Content.ToArray());
    }

    [Fact]
    public async Task Close_ByTheRadio_IsAnsweredAndEndsOrderly()
    {
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host()));

        _radio.Peer.SayRaw(RadioBytes.Hrnp(HeardFrame.Close, 22));

        await radio.Running.WaitAsync(TimeSpan.FromSeconds(60));
        await Eventually.TrueAsync(() => _radio.Peer.Heard.Any(frame => frame is { Opcode: HeardFrame.CloseAck, Number: 22 }), "the answer");
    }

    [Fact]
    public async Task Dispose_OpenSession_SaysGoodbyeWithTheNextNumber()
    {
        var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host()));
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting");

        await radio.DisposeAsync();

        await Eventually.TrueAsync(() => _radio.Peer.Heard.Any(frame => frame is { Opcode: HeardFrame.Close, Number: 9 }), "the goodbye");
        Assert.False(_radio.Far.IsOpen);
    }

    [Fact]
    public async Task Reply_Missing_TheGreetingGoesOn()
    {
        _radio.Peer.Answers = frame => frame.Message == "0200c4" ? null : RadioPeer.Greeting(frame);
        var host = Host();
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(host, s_patient));

        await _time.UntilAsync(TimeSpan.FromMilliseconds(500), () => _radio.Peer.Data.Count() >= 8, "the greeting in spite of it");

        Assert.Contains((FaultKind.Silent, "no-reply"), host.Faults);
    }

    [Fact]
    public async Task Call_AgainWithinAMinute_IsAnotherCall()
    {
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(new FakeHost(new NoInbox())));
        foreach (byte process in new byte[] { 1, 1, 3, 1, 3 })
        {
            _radio.Peer.Say(RadioBytes.Call(process, 1, 100, 7));
        }

        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 5, "all are acknowledged");

        Assert.Equal(["start", "end", "start", "end"], radio.Bodies<RadioCallBody>().Select(call => call.Phase));
        Assert.Equal(4, radio.Sink.Entered.Select(reading => reading.RepeatKey).Distinct().Count());
    }

    private static DateTimeOffset Start => new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    private int Acks(ushort number) => _radio.Peer.Heard.Count(frame => frame.Opcode == HeardFrame.DataAck && frame.Number == number);

    private FakeHost Host() => new(new NoInbox(), _time);
}
