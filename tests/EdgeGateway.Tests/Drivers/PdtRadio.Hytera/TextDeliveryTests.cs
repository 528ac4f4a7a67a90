using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

/// <summary>Which text a delivery state means (pdt-radio.md section 9), and what a stop leaves of it.</summary>
public sealed class TextDeliveryTests : IAsyncLifetime
{
    private const string Order = "{\"to\": 111111, \"kind\": \"individual\", \"text\": \"OK\"}";

    private readonly SerialRadio _radio = new();
    private readonly FakeTimeProvider _time = new();
    private readonly FakeMemory _memory = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _radio.DisposeAsync();

    [Fact]
    public async Task Undelivered_AnAcknowledgementOfOurs_SaysNothingOfAText()
    {
        await using var radio = await BeginAsync();
        var order = radio.OrderAsync("radio.send-text", Order);
        await Eventually.TrueAsync(() => Requests().Count == 1, "sent");

        _radio.Peer.Say(RadioBytes.Delivery(RadioBytes.Tmp, 0x80A2, 111111, 5));
        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1, "taken");

        Assert.Null(Applied(radio).Single().CommandId);
        Assert.Contains("order-1", _memory.Recall("open-texts"), StringComparison.Ordinal);
        _radio.Peer.Say(RadioBytes.TextAck(Requests()[0], 111111, 2101, 0));
        Assert.Equal(CommandState.Done, (await order.WaitAsync(TimeSpan.FromSeconds(60))).State);
    }

    [Fact]
    public async Task Undelivered_OneOfTwoTexts_NamesNoneAndClosesNone()
    {
        await using var radio = await BeginAsync();
        var first = radio.OrderAsync("radio.send-text", Order, id: "order-1");
        var second = radio.OrderAsync("radio.send-text", Order, id: "order-2");
        await Eventually.TrueAsync(() => Requests().Count == 2, "sent");

        _radio.Peer.Say(RadioBytes.Delivery(RadioBytes.Tmp, 0x80A1, 111111, 5));
        await Eventually.TrueAsync(() => _radio.Peer.Acknowledged == 1, "taken");

        Assert.Null(Applied(radio).Single().CommandId);
        foreach (uint request in Requests())
        {
            _radio.Peer.Say(RadioBytes.TextAck(request, 111111, 2101, 0));
        }

        Assert.Equal(CommandState.Done, (await first.WaitAsync(TimeSpan.FromSeconds(60))).State);
        Assert.Equal(CommandState.Done, (await second.WaitAsync(TimeSpan.FromSeconds(60))).State);
        await Eventually.TrueAsync(() => _memory.Recall("open-texts") is "", "both are closed by their own answers");
        Assert.Equal([null, "order-1", "order-2"], Applied(radio).Select(one => one.CommandId).Order());
    }

    [Fact]
    public async Task Stop_WhenTheDeliveryHasBecomeSafe_TheTextIsClosedAllTheSame()
    {
        _radio.Peer.Answers = frame => frame.Message == "0980a1" ? RadioBytes.TextAck(Request(frame), 111111, 2101, 0) : RadioPeer.Greeting(frame);
        using var limit = new CancellationTokenSource();
        var radio = await BeginAsync(new FakeSink { HoldsUntilStopped = true });
        var order = radio.OrderAsync("radio.send-text", Order, limit.Token);
        await Eventually.TrueAsync(() => Applied(radio).Any(), "the answer is on its way to the disk");
        Assert.Contains("order-1", _memory.Recall("open-texts"), StringComparison.Ordinal);

        await radio.DisposeAsync();

        await Eventually.TrueAsync(() => _memory.Recall("open-texts") is "", "it is not told of again");
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => order.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task ConfirmedText_WhileTheRadioAtHandHasNoName_IsNotAcknowledged()
    {
        _radio.Peer.Answers = frame => frame.Message == "020452" ? null : RadioPeer.Greeting(frame);
        await using var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host(), Patient()));
        await Eventually.TrueAsync(() => _radio.Peer.Data.Any(frame => frame.Message == "020452"), "it is asked who it is");

        _radio.Peer.Say(RadioBytes.PrivateText(5, 2102, 7, "for somebody else"));
        _radio.Peer.Say(RadioBytes.Registration(7));

        await Eventually.TrueAsync(() => _radio.Peer.Data.Any(frame => frame.Message == "110080"), "what came behind is answered");
        Assert.DoesNotContain(_radio.Peer.Data, frame => frame.Message == "0980a2");
    }

    /// <remarks>New for each conversation: options carry what outlives one.</remarks>
    private static HyteraRadioOptions Patient() => new() { AckTimeout = TimeSpan.FromDays(1) };

    private static IEnumerable<RadioDeliveryBody> Applied(Conversing radio) => radio.Bodies<RadioDeliveryBody>().Where(one => one.Level == "application");

    private static uint Request(HeardFrame frame) => (uint)((frame.Content[0] << 24) | (frame.Content[1] << 16) | (frame.Content[2] << 8) | frame.Content[3]);

    private List<uint> Requests() => [.. _radio.Peer.Data.Where(frame => frame.Message == "0980a1").Select(Request).Distinct()];

    private FakeHost Host() => new(new NoInbox(), _time) { Memory = _memory };

    private async Task<Conversing> BeginAsync(FakeSink? sink = null)
    {
        var radio = await Conversing.BeginAsync(_radio.CreateDriver(Host(), Patient()), sink);
        await Eventually.TrueAsync(() => _radio.Peer.Data.Count() == 8, "the greeting");
        return radio;
    }
}
