using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>What a radio must be told before it tells of calls and emergencies (pdt-radio.md sections 8.2 and 8.3).</summary>
public sealed class GreetingTests : IAsyncLifetime
{
    private readonly SerialRadio _radio = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeHost _host;

    public GreetingTests() => _host = new FakeHost(new NoInbox(), _time);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _radio.DisposeAsync();

    [Fact]
    public async Task Reports_Refused_IsCountedAndAskedForUntilGranted()
    {
        byte result = 1;
        _radio.Peer.Answers = frame => frame.Message == "0210c7" ? RadioBytes.Hdap(RadioBytes.Rcp, 0x80C7, result) : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();
        await Eventually.TrueAsync(() => _host.Faults.Contains((FaultKind.Unsupported, "not-granted")), "counted");
        result = 0;

        await _time.UntilAsync(TimeSpan.FromSeconds(1), () => Asked("0210c7") == 2, "asked again");

        Assert.Equal((1, 1), (Asked("0210c9"), Asked("021847")));
    }

    [Fact]
    public async Task Broadcasts_WithoutAReply_AreAskedForAgain()
    {
        _radio.Peer.Answers = frame => frame.Message == "0210c9" ? null : RadioPeer.Greeting(frame);
        await using var radio = await BeginAsync();

        await _time.UntilAsync(TimeSpan.FromMilliseconds(500), () => Asked("0210c9") == 2, "asked again");

        Assert.Contains((FaultKind.Silent, "no-reply"), _host.Faults);
    }

    private int Asked(string message) => _radio.Peer.Data.Count(frame => frame.Message == message);

    /// <remarks>The clock is the test's and the peer is not: it has all the time in the world.</remarks>
    private Task<Conversing> BeginAsync() => Conversing.BeginAsync(_radio.CreateDriver(_host, new HyteraRadioOptions { AckTimeout = TimeSpan.FromDays(1) }));
}
