using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;

/// <summary>A repeater that begins anew, that refuses, and that remembers our numbers (pdt-radio.md sections 3, 8 and 15).</summary>
public sealed class HstrpAnewTests : IAsyncLifetime
{
    private readonly RepeaterPeer _texts = new();
    private readonly RepeaterPeer _control = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeHost _host;
    private byte? _result = 0;

    public HstrpAnewTests()
    {
        _host = new FakeHost(new NoInbox(), _time);
        _control.Answers = heard => heard.Message == "0210c9" && _result is { } result ? RadioBytes.Hdap(RadioBytes.Rcp, 0x80C9, result) : null;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await _texts.DisposeAsync();
        await _control.DisposeAsync();
    }

    [Fact]
    public async Task Connect_OfAConnectedRepeater_ItsCallsAreAskedForAgainAtOnce()
    {
        await using var repeater = await Conversing.BeginAsync(Driver());
        await Eventually.TrueAsync(() => Asked == 1, "asked");

        _control.SayRaw(RadioBytes.Hstrp(0x24, 3, RadioBytes.From(RepeaterPeer.Device, 1)));

        await Eventually.TrueAsync(() => Asked == 2, "asked again, by a clock that stands still");
    }

    [Fact]
    public async Task Broadcasts_Refused_IsCountedAndAskedForUntilGranted()
    {
        _result = 1;
        await using var repeater = await Conversing.BeginAsync(Driver());
        await Eventually.TrueAsync(() => _host.Faults.Contains((FaultKind.Unsupported, "not-granted")), "counted");
        _result = 0;

        await _time.UntilAsync(TimeSpan.FromSeconds(1), () => Asked == 2, "asked again");

        Assert.Single(_host.Faults, fault => fault.Reason == "not-granted");
    }

    [Fact]
    public async Task Broadcasts_WithoutAReply_AreAskedForAgain()
    {
        _result = null;
        await using var repeater = await Conversing.BeginAsync(Driver());

        await _time.UntilAsync(TimeSpan.FromSeconds(1), () => Asked == 2, "asked again");

        Assert.Contains((FaultKind.Silent, "no-reply"), _host.Faults);
    }

    [Fact]
    public async Task Send_TwoWaitWhileTheNumbersAreCured_BothGoOut()
    {
        // 1_700_000_000 is 61696 on the circle, which is before 1000: only the second of the two seeds is taken.
        _texts.Acknowledges = heard => (short)(heard.Number - 1000) > 0;
        _texts.Answers = heard => RadioBytes.TextAck(Request(heard), 1002, 9999, 0);
        _time.JumpWallClock(DateTimeOffset.FromUnixTimeSeconds(1_700_000_000) - _time.GetUtcNow());
        await using var repeater = await Conversing.BeginAsync(Driver(TimeSpan.FromSeconds(10)));
        var first = OrderAsync(repeater, "order-1");
        var second = OrderAsync(repeater, "order-2");

        // Slow, so that what is acknowledged is heard long before its time is over.
        await _time.UntilAsync(TimeSpan.FromMilliseconds(200), () => repeater.Running.IsCompleted || _texts.Data.Any(_texts.Acknowledges), "cured");

        Assert.Equal(CommandState.Done, (await first.WaitAsync(TimeSpan.FromSeconds(60))).State);
        Assert.Equal(CommandState.Done, (await second.WaitAsync(TimeSpan.FromSeconds(60))).State);
        Assert.False(repeater.Running.IsCompleted);
    }

    private int Asked => _control.Data.Count(heard => heard.Message == "0210c9");

    private static Task<global::EdgeGateway.Drivers.Abstractions.CommandOutcome> OrderAsync(Conversing repeater, string id) =>
        repeater.OrderAsync("radio.send-text", "{\"to\": 1002, \"kind\": \"individual\", \"text\": \"Hello\"}", id: id);

    private static uint Request(HeardDatagram heard) =>
        (uint)((heard.Content[0] << 24) | (heard.Content[1] << 16) | (heard.Content[2] << 8) | heard.Content[3]);

    /// <remarks>No heartbeats: the clock runs faster than the peers answer.</remarks>
    private HyteraRepeaterDriver Driver(TimeSpan? ackTimeout = null) => new(_host.Context, new HyteraRepeaterOptions
    {
        Host = "127.0.0.1",
        GatewayId = 9999,
        Places = [_texts.PlaceOf(HdapService.Tmp), _control.PlaceOf(HdapService.Rcp)],
        AckTimeout = ackTimeout ?? TimeSpan.FromDays(1),
        Heartbeat = TimeSpan.FromDays(1),
        Common = new RadioLinkOptions { AnswerTimeout = TimeSpan.FromDays(1) },
    });
}
