using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>Texts and questions to radios (pdt-radio.md sections 6 and 7), over a serial line in memory.</summary>
public sealed class TextTests : IAsyncLifetime
{
    private const string Order = "{\"to\": 111111, \"kind\": \"individual\", \"text\": \"\u8def\u53e3\u6e05\u7a7a OK\"}";

    private readonly SerialRadio _radio = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeMemory _memory = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _radio.DisposeAsync();

    [Fact]
    public async Task SendText_AnsweredByTheFarRadio_IsDoneAndBothLevelsAreTold()
    {
        _radio.Peer.Answers = frame => frame.Message == "0980a1" ? RadioBytes.TextAck(Request(frame), 111111, 2101, 0) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.send-text", Order).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(CommandState.Done, outcome.State);
        await Eventually.TrueAsync(() => radio.Sink.Stored == 2 && _memory.Recall("open-texts") is "", "both are told, and nothing is open");
        var deliveries = radio.Bodies<RadioDeliveryBody>().ToList();
        Assert.Equal([("transport", "delivered"), ("application", "delivered")], deliveries.Select(one => (one.Level, one.Result)));
        Assert.All(deliveries, one => Assert.Equal(("order-1", 111111L, "individual"), (one.CommandId, one.Target!.Id, one.Target.Kind)));
        var sent = _radio.Peer.Data.Single(frame => frame.Message == "0980a1");
        Assert.Equal(RadioBytes.PrivateText(Request(sent), 111111, 2101, "\u8def\u53e3\u6e05\u7a7a OK"), sent.Payload);
    }

    [Theory]
    [InlineData(8, "unreachable", "unreachable")]
    [InlineData(4, "result-4", "failed")]
    public async Task SendText_DefiniteResult_Fails(byte result, string reason, string told)
    {
        _radio.Peer.Answers = frame => frame.Message == "0980a1" ? RadioBytes.TextAck(Request(frame), 111111, 2101, result) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.send-text", Order).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((CommandState.Failed, reason), (outcome.State, outcome.Reason));
        await Eventually.TrueAsync(() => radio.Bodies<RadioDeliveryBody>().Any(one => one.Level == "application" && one.Result == told && one.CommandId == "order-1"), "told");
    }

    [Fact]
    public async Task SendText_NotDelivered_IsUnreachableAndNoLongerOpen()
    {
        _radio.Peer.Answers = frame => frame.Message == "0980a1" ? RadioBytes.Delivery(RadioBytes.Tmp, 0x80A1, 111111, 5) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.send-text", Order).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((CommandState.Failed, "unreachable"), (outcome.State, outcome.Reason));
        await Eventually.TrueAsync(() => _memory.Recall("open-texts") is "", "closed");
        Assert.Contains(radio.Bodies<RadioDeliveryBody>(), one => one is { Level: "application", Result: "unreachable", CommandId: "order-1" });
    }

    [Fact]
    public async Task SendText_NobodyAnswers_GoesOutFourTimesUnderOneIdAndIsUnknown()
    {
        await using var radio = await BeginAsync();
        var order = radio.OrderAsync("radio.send-text", Order);

        await _time.UntilAsync(TimeSpan.FromSeconds(1), () => order.IsCompleted, "given up");

        Assert.Equal((CommandState.Unknown, "no-answer"), ((await order).State, (await order).Reason));
        var sent = Texts().ToList();
        Assert.Equal(4, sent.Count);
        Assert.Single(sent.Select(Request).Distinct());
        Assert.Equal(4, sent.Select(frame => frame.Number).Distinct().Count());
        Assert.True(_time.GetUtcNow() - Start >= TimeSpan.FromSeconds(32));
        Assert.Single(radio.Bodies<RadioDeliveryBody>());
        Assert.Contains("order-1", _memory.Recall("open-texts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendText_ToAGroup_IsDoneByTheTransportAndSaysSo()
    {
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.send-text", "{\"to\": 100, \"kind\": \"group\", \"text\": \"all\"}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((CommandState.Done, "transport-only"), (outcome.State, outcome.Reason));
        var sent = _radio.Peer.Data.Single(frame => frame.Message == "0900b1");
        Assert.Equal(RadioBytes.GroupText(Request(sent), 100, 2101, "all"), sent.Payload);
        Assert.Equal("group", radio.Bodies<RadioDeliveryBody>().Single().Target!.Kind);
        Assert.Equal("", _memory.Recall("open-texts"));
    }

    [Fact]
    public async Task SendText_IsNotedBeforeItIsSent()
    {
        string? noted = null;
        _radio.Peer.Answers = frame =>
        {
            noted = frame.Message == "0980a1" ? _memory.Recall("open-texts") : noted;
            return RadioPeer.Greeting(frame);
        };
        await using var radio = await BeginAsync();

        _ = radio.OrderAsync("radio.send-text", Order);

        await Eventually.TrueAsync(() => Texts().Any(), "sent");
        Assert.Contains("order-1", noted, StringComparison.Ordinal);
        Assert.Contains("111111", noted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendText_TheMemoryRefuses_IsNotSent()
    {
        await using var radio = await BeginAsync();
        _memory.Refuses = true;

        var outcome = await radio.OrderAsync("radio.send-text", Order).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((CommandState.Failed, "not-stored"), (outcome.State, outcome.Reason));
        Assert.Empty(Texts());
    }

    [Fact]
    public async Task SendText_NoTransportAcknowledgement_IsUnknownAndTheSessionEnds()
    {
        await using var radio = await BeginAsync(TimeSpan.FromSeconds(1));
        _radio.Peer.Acknowledges = _ => false;
        var order = radio.OrderAsync("radio.send-text", Order);

        await _time.UntilAsync(TimeSpan.FromMilliseconds(250), () => order.IsCompleted, "given up");

        Assert.Equal((CommandState.Unknown, "no-transport-acknowledgement"), ((await order).State, (await order).Reason));
        Assert.Equal(FaultKind.Silent, (await radio.FaultAsync()).Kind);
    }

    [Fact]
    public async Task SendText_BadArguments_AreRefusedUnsent()
    {
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.send-text", "{\"to\": 1}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((CommandState.Failed, "bad-arguments"), (outcome.State, outcome.Reason));
        Assert.Equal(8, _radio.Peer.Data.Count());
    }

    [Fact]
    public async Task LateAnswer_AfterARestart_StillNamesItsOrder()
    {
        var before = await BeginAsync();
        _ = before.OrderAsync("radio.send-text", Order);
        await Eventually.TrueAsync(() => Texts().Any(), "sent");
        uint request = Request(Texts().First());
        await before.DisposeAsync();
        _time.Advance(TimeSpan.FromMinutes(9));

        await using var after = await BeginAsync();
        _radio.Peer.Say(RadioBytes.TextAck(request, 111111, 2101, 0));

        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1, "acknowledged");
        var told = Assert.Single(after.Bodies<RadioDeliveryBody>());
        Assert.Equal(("order-1", "application", "delivered"), (told.CommandId, told.Level, told.Result));
        Assert.Equal("", _memory.Recall("open-texts"));
    }

    [Fact]
    public async Task NoAnswer_TenMinutesAfterARestart_IsToldOnceAsUnknown()
    {
        var before = await BeginAsync();
        _ = before.OrderAsync("radio.send-text", Order);
        await Eventually.TrueAsync(() => Texts().Any(), "sent");
        await before.DisposeAsync();
        _time.Advance(TimeSpan.FromMinutes(11));

        await using (var after = await BeginAsync())
        {
            await Eventually.TrueAsync(() => _memory.Recall("open-texts") is "", "told");
            var told = Assert.Single(after.Bodies<RadioDeliveryBody>());
            Assert.Equal(("order-1", "application", "unknown"), (told.CommandId, told.Level, told.Result));
        }

        await using var again = await BeginAsync();
        _time.Advance(TimeSpan.FromMinutes(11));
        Assert.Empty(again.Bodies<RadioDeliveryBody>());
    }

    [Fact]
    public async Task OpenTexts_MoreThanFit_TheOldestIsToldAsUnknown()
    {
        using var stop = new CancellationTokenSource();
        await using var radio = await BeginAsync();
        for (int i = 0; i <= OpenTexts.Most; i++)
        {
            int texts = Texts().Count();
            using var limit = new CancellationTokenSource();
            var order = radio.OrderAsync("radio.send-text", Order, limit.Token, $"order-{i}");
            await Eventually.TrueAsync(() => Texts().Count() > texts, "sent");
            await limit.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order);
        }

        var told = Assert.Single(radio.Bodies<RadioDeliveryBody>(), body => body.Result == "unknown");
        Assert.Equal("order-0", told.CommandId);
    }

    [Fact]
    public async Task RequestPosition_Answered_IsDoneAndTheReportIsOneReading()
    {
        _radio.Peer.Answers = frame => frame.Message == "08a001" ? RadioBytes.Position(Request(frame), 222222) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.request-position", "{\"radio\": 222222}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(CommandState.Done, outcome.State);
        await Eventually.TrueAsync(() => radio.Sink.Stored == 1, "the report");
        Assert.Equal(47.6116, radio.Bodies<RadioPositionBody>().Single().Position!.Lat, 4);
        Assert.Equal([.. RadioBytes.Ip(10, 222222)], _radio.Peer.Data.Single(frame => frame.Message == "08a001").Content[4..].ToArray());
    }

    [Theory]
    [InlineData(true, "unreachable")]
    [InlineData(false, "result-6")]
    public async Task RequestPosition_NoPlace_Fails(bool undelivered, string reason)
    {
        _radio.Peer.Answers = frame => frame.Message != "08a001" ? RadioPeer.Greeting(frame)
            : undelivered ? RadioBytes.Delivery(RadioBytes.Lp, 0xA001, 222222, 5) : RadioBytes.Position(Request(frame), 222222, result: 6);
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.request-position", "{\"radio\": 222222}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((CommandState.Failed, reason), (outcome.State, outcome.Reason));
    }

    [Theory]
    [InlineData(2101, true)]
    [InlineData(2102, false)]
    public async Task ConfirmedText_ToUs_IsAcknowledgedToItsSender(int to, bool ours)
    {
        await using var radio = await BeginAsync();

        _radio.Peer.Say(RadioBytes.PrivateText(5, to, 7, "hello"));
        _radio.Peer.Say(RadioBytes.Registration(7));

        await Eventually.TrueAsync(() => _radio.Peer.Data.Any(frame => frame.Message == "110080"), "what came behind is answered");
        var acks = _radio.Peer.Data.Where(frame => frame.Message == "0980a2").ToList();
        Assert.Equal(ours ? [Convert.ToHexString(RadioBytes.TextAck(5, to, 7, 0))] : [], acks.Select(frame => Convert.ToHexString(frame.Payload)));
    }

    [Fact]
    public async Task Text_RepeatedUnderNewNumbers_IsOneReadingAndEveryCopyIsAnswered()
    {
        await using var radio = await BeginAsync();
        for (int i = 0; i < 4; i++)
        {
            _radio.Peer.Say(RadioBytes.PrivateText(5, 2101, 7, "hello"));
        }

        await Eventually.TrueAsync(() => _radio.Peer.Data.Count(frame => frame.Message == "0980a2") == 4, "four answers");

        Assert.Single(radio.Sink.Entered);
    }

    private static DateTimeOffset Start => new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    private static uint Request(HeardFrame frame) => (uint)((frame.Content[0] << 24) | (frame.Content[1] << 16) | (frame.Content[2] << 8) | frame.Content[3]);

    private IEnumerable<HeardFrame> Texts() => _radio.Peer.Data.Where(frame => frame.Message == "0980a1");

    /// <remarks>The clock is the test's and the peer is not: where its promptness is not the matter, it has all the time in the world.</remarks>
    private async Task<Conversing> BeginAsync(TimeSpan? ackTimeout = null)
    {
        int before = _radio.Peer.Data.Count();
        var options = new HyteraRadioOptions { AckTimeout = ackTimeout ?? TimeSpan.FromDays(1) };
        var radio = await Conversing.BeginAsync(_radio.CreateDriver(new FakeHost(new NoInbox(), _time) { Memory = _memory }, options));
        await Eventually.TrueAsync(() => _radio.Peer.Heard.Count(frame => frame is { Opcode: HeardFrame.Data, Message: "0210c7" }) > 0 && _radio.Peer.Data.Count() >= before + 8, "the greeting");
        return radio;
    }
}
