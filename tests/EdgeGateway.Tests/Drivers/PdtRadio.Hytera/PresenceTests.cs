using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>Who is there (pdt-radio.md section 5), over a serial line in memory.</summary>
public sealed class PresenceTests : IAsyncLifetime
{
    private const int Radio = 2308195;

    private readonly SerialRadio _radio = new();
    private readonly FakeTimeProvider _time = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _radio.DisposeAsync();

    [Fact]
    public async Task Registration_IsAnsweredOnlyWhenItIsSafe()
    {
        await using var radio = await BeginAsync(new FakeSink { Holds = true });
        _radio.Peer.Say(RadioBytes.Registration(Radio));
        await Eventually.TrueAsync(() => radio.Sink.Entered.Count == 1, "the registration");
        Assert.DoesNotContain(_radio.Peer.Data, frame => frame.Message == "110080");
        Assert.Equal(0, _radio.Peer.Acknowledged);

        radio.Sink.Release();

        await Eventually.TrueAsync(() => Answers().Any(), "the answer");

        // V014 with the subnet of V013: success, 1800 s.
        Assert.Equal<byte>([.. RadioBytes.Ip(10, Radio), 0, 0, 0, 7, 8], Answers().Single().Content.ToArray());
        var body = radio.Bodies<RadioPresenceBody>().Single();
        Assert.Equal(("online", "registration", (long)Radio), (body.State, body.From, body.RadioId));
        Assert.Equal(_time.GetUtcNow().AddSeconds(1980), body.ValidUntil);
        Assert.Equal($"RRS/0003/00000000/{Radio}", body.Source!.NativeId);
    }

    [Fact]
    public async Task Registration_AgainWithinAMinute_IsAnsweredAndNotTold()
    {
        await using var radio = await BeginAsync();
        for (int i = 0; i < 3; i++)
        {
            _radio.Peer.Say(RadioBytes.Registration(Radio));
        }

        await Eventually.TrueAsync(() => Answers().Count() == 3, "three answers");

        Assert.Single(radio.Sink.Entered);
        Assert.Single(Answers().Select(frame => Convert.ToHexString(frame.Payload)).Distinct());
    }

    [Fact]
    public async Task Registration_LeavesAndRegistersWithinAMinute_IsThreeReadingsWithKeysOfTheirOwn()
    {
        await using var radio = await BeginAsync();
        foreach (byte[] message in new[] { RadioBytes.Registration(Radio), RadioBytes.GoingOffline(Radio), RadioBytes.Registration(Radio), RadioBytes.GoingOffline(Radio), RadioBytes.GoingOffline(Radio) })
        {
            int before = _radio.Peer.Acknowledged;
            _radio.Peer.Say(message);
            await Eventually.TrueAsync(() => _radio.Peer.Acknowledged > before, "acknowledged");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["online", "offline", "online", "offline"], radio.Bodies<RadioPresenceBody>().Select(body => body.State));
        Assert.Equal(4, radio.Sink.Entered.Select(reading => reading.RepeatKey).Distinct().Count());
    }

    [Fact]
    public async Task Silence_BecomesUnknownThenTwoFailedChecksMakeItOffline()
    {
        await using var radio = await BeginAsync(answerTimeout: TimeSpan.FromSeconds(8));
        _radio.Peer.Say(RadioBytes.Registration(Radio));
        await Eventually.TrueAsync(() => Answers().Any(), "registered");
        var registered = _time.GetUtcNow();

        await _time.UntilAsync(TimeSpan.FromSeconds(5), () => States(radio).Contains("unknown"), "unknown");
        Assert.True(_time.GetUtcNow() - registered >= TimeSpan.FromSeconds(1980));

        await _time.UntilAsync(TimeSpan.FromSeconds(2), () => States(radio).Contains("offline"), "offline");
        Assert.Equal(["online", "unknown", "offline"], States(radio));
        Assert.Equal(2, Checks().Count());
        Assert.Equal(["registration", "silence", "poll"], radio.Bodies<RadioPresenceBody>().Select(body => body.From));
        Assert.All(Checks(), frame => Assert.Equal(RadioBytes.Ip(10, Radio), frame.Content.ToArray()));

        await _time.UntilAsync(TimeSpan.FromSeconds(10), () => _time.GetUtcNow() - registered > TimeSpan.FromHours(1), "an hour");
        Assert.Equal(2, Checks().Count());
    }

    [Fact]
    public async Task Silence_AnswersTheCheck_IsOnlineAgain()
    {
        _radio.Peer.Answers = frame => frame.Message == "110002" ? RadioBytes.StatusAnswer(Radio, 0) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();
        _radio.Peer.Say(RadioBytes.Registration(Radio));
        await Eventually.TrueAsync(() => Answers().Any(), "registered");

        await _time.UntilAsync(TimeSpan.FromSeconds(5), () => States(radio).Count() == 3, "unknown and back");

        Assert.Equal(["online", "unknown", "online"], States(radio));
        Assert.Equal("poll", radio.Bodies<RadioPresenceBody>().Last().From);
        Assert.Single(Checks());
    }

    [Fact]
    public async Task Silence_TheCheckIsNotDelivered_IsUnreachableAndNotOffline()
    {
        _radio.Peer.Answers = frame => frame.Message == "110002" ? RadioBytes.Delivery(RadioBytes.Rrs, 0x0002, Radio, 5) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();
        _radio.Peer.Say(RadioBytes.Registration(Radio));
        await Eventually.TrueAsync(() => Answers().Any(), "registered");

        await _time.UntilAsync(TimeSpan.FromSeconds(5), () => States(radio).Count() == 3, "unreachable");

        Assert.Equal(["online", "unknown", "unreachable"], States(radio));
    }

    [Fact]
    public async Task Silence_OfTwo_TheSecondRegistersWhileTheDiskIsBusyWithTheFirst_StaysOnline()
    {
        await using var radio = await BeginAsync(new FakeSink { Holds = true, Free = 2 });
        _radio.Peer.Say(RadioBytes.Registration(Radio));
        _radio.Peer.Say(RadioBytes.Registration(Radio + 1));
        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 2, "both are registered");
        await _time.UntilAsync(TimeSpan.FromSeconds(5), () => radio.Sink.Entered.Count == 3, "the first is silent");

        _radio.Peer.Say(RadioBytes.Registration(Radio + 1));
        await Eventually.TrueAsync(() => radio.Sink.Entered.Count == 4, "the second registers");
        radio.Sink.Release();

        await _time.UntilAsync(TimeSpan.FromSeconds(1), () => Checks().Any() && _radio.Peer.Acknowledged == 3, "the first is asked");
        Assert.Equal(["online", "online"], radio.Bodies<RadioPresenceBody>().Where(body => body.RadioId == Radio + 1).Select(body => body.State));
    }

    [Fact]
    public async Task Traffic_RefreshesOnlyWhenItWasLastSeen()
    {
        await using var radio = await BeginAsync();
        _radio.Peer.Say(RadioBytes.Registration(Radio));
        await Eventually.TrueAsync(() => Answers().Any(), "registered");
        await _time.UntilAsync(TimeSpan.FromSeconds(5), () => _time.GetUtcNow() >= Start.AddSeconds(1000), "a while");
        var said = _time.GetUtcNow();
        _radio.Peer.Say(RadioBytes.GroupText(1, 1, Radio, "here"));
        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 2, "a text");

        await _time.UntilAsync(TimeSpan.FromSeconds(5), () => States(radio).Count() == 2, "unknown all the same");

        Assert.Equal((said, Start.AddSeconds(1980)), (radio.Bodies<RadioPresenceBody>().Last().LastSeen, radio.Bodies<RadioPresenceBody>().Last().ValidUntil));
    }

    [Fact]
    public async Task Poll_Answered_IsDoneWithTheState()
    {
        _radio.Peer.Answers = frame => frame.Message == "110002" ? RadioBytes.StatusAnswer(Radio, 1) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();

        var outcome = await radio.OrderAsync("radio.poll-presence", $"{{\"radio\": {Radio}}}").WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal((global::EdgeGateway.Protocol.Commands.CommandState.Done, "offline"), (outcome.State, outcome.Reason));
        await Eventually.TrueAsync(() => States(radio).SequenceEqual(["offline"]), "told");
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 2)]
    public async Task Network_TwoLinksHearOneReport_ItIsOneReadingOfOneHost(bool oneHost, int readings)
    {
        await using var second = new SerialRadio();
        var options = new HyteraRadioOptions { Common = new() { Site = new RadioSiteOptions { Network = "north" } } };
        var (sink, host) = (new FakeSink(), new FakeHost(new NoInbox(), _time));
        var other = new FakeHost(new NoInbox(), _time) { Shared = oneHost ? host.Shared : new() };
        await using var one = await Conversing.BeginAsync(_radio.CreateDriver(host, options), sink);
        await using var two = await Conversing.BeginAsync(second.CreateDriver(other, options with { Common = new() { Site = options.Common.Site } }), sink);

        _radio.Peer.Say(RadioBytes.Position(1, Radio));
        second.Peer.Say(RadioBytes.Position(1, Radio));

        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1 && second.Peer.Acknowledged == 1, "both are acknowledged");
        Assert.Equal(readings, sink.Entered.Count);
    }

    private static DateTimeOffset Start => new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    private static IEnumerable<string> States(Conversing radio) => radio.Bodies<RadioPresenceBody>().Select(body => body.State);

    private IEnumerable<HeardFrame> Answers() => _radio.Peer.Data.Where(frame => frame.Message == "110080");

    private IEnumerable<HeardFrame> Checks() => _radio.Peer.Data.Where(frame => frame.Message == "110002");

    /// <remarks>The clock is the test's and the peer is not: where its promptness is not the matter, it has all the time in the world.</remarks>
    private async Task<Conversing> BeginAsync(FakeSink? sink = null, TimeSpan? answerTimeout = null)
    {
        var options = new HyteraRadioOptions { AckTimeout = TimeSpan.FromDays(1), Common = new() { AnswerTimeout = answerTimeout ?? TimeSpan.FromDays(1) } };
        var radio = await Conversing.BeginAsync(_radio.CreateDriver(new FakeHost(new NoInbox(), _time), options), sink);
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting");
        return radio;
    }
}
