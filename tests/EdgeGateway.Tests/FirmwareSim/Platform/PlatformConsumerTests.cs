using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Sim.Receipts;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.FirmwareSim.Platform;

/// <summary>A broker that acknowledges and drops, and a platform that notices.</summary>
public sealed class PlatformConsumerTests : IAsyncLifetime
{
    private const string Prefix = "edge/v1/3f/site/gw";
    private readonly PlatformEndpoint _endpoint = new();
    private readonly ConcurrentQueue<(string Topic, string Text)> _heard = new();
    private PlatformConsumer _consumer = null!;
    private SimMqttClient _gateway = null!;

    public async Task InitializeAsync()
    {
        await _endpoint.StartAsync();
        _endpoint.Consumer = _consumer = new PlatformConsumer(_endpoint, "edge/v1");
        _gateway = new SimMqttClient(
            new SimMqttOptions { Host = "127.0.0.1", Port = _endpoint.Port, ClientId = "gw" },
            message =>
            {
                _heard.Enqueue((message.Topic, Encoding.UTF8.GetString(message.Payload.Span)));
                return ValueTask.CompletedTask;
            });
        await _gateway.ConnectAsync(default);
        await _gateway.SubscribeAsync([Prefix + "/down/#", "edge/v1/platform/+"], 1, default);
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _endpoint.DisposeAsync();
    }

    [Fact]
    public async Task ForgetEvery_AcknowledgesAll_AndTheReceiptNamesWhatIsMissing()
    {
        await StateAsync(0);
        _endpoint.Faults.ForgetEvery(3, "edge/v1/+/+/+/up/#");
        for (int seq = 1; seq <= 10; seq++)
        {
            Assert.Equal(0, await SendAsync(seq));
        }

        Assert.Equal([1L, 2L, 4L, 5L, 7L, 8L, 10L], _consumer.Lines.Select(line => line.Seq!.Value));
        Receipt receipt = Assert.Single(_consumer.Confirm());
        Assert.Equal([[3, 3], [6, 6], [9, 9]], receipt.Missing);
        await HeardAsync(Prefix + "/down/receipt", """{"epoch":"e","upTo":10,"missing":[[3,3],[6,6],[9,9]]}""");

        _endpoint.Faults.ForgetEvery(0);
        await SendAsync(3);
        Assert.Equal([[6, 6], [9, 9]], Assert.Single(_consumer.Confirm()).Missing);
    }

    [Fact]
    public async Task ForgetEvery_OtherTopics_AreNotTouched()
    {
        _endpoint.Faults.ForgetEvery(1, "edge/v1/+/+/+/up/#");
        await StateAsync(0);
        await _gateway.SubscribeAsync([Prefix + "/state"], 1, default);
        await Eventually.TrueAsync(() => _heard.Any(heard => heard.Topic == Prefix + "/state"), "the retained state");
    }

    [Fact]
    public async Task ForgetEvery_RetainedMessage_IsNotRetained()
    {
        _endpoint.Faults.ForgetEvery(1, Prefix + "/state");
        await StateAsync(0);
        await _gateway.SubscribeAsync([Prefix + "/state"], 1, default);
        Assert.Equal(1, _endpoint.Publish(Prefix + "/down/command/gateway", "x"u8.ToArray()));
        await Eventually.TrueAsync(() => !_heard.IsEmpty, "the command");
        Assert.DoesNotContain(_heard, heard => heard.Topic == Prefix + "/state");
    }

    [Fact]
    public async Task Take_RefusedMessage_IsNotKept()
    {
        _endpoint.Faults.AnswerPubAcks(0x97, 1);
        Assert.Equal(0x97, await SendAsync(1));
        Assert.Equal(0, await SendAsync(2));
        Assert.Equal(2, Assert.Single(_consumer.Lines).Seq);
    }

    [Fact]
    public async Task Announce_IsRetainedAndConfirmSaysWhatItIsTold()
    {
        _consumer.Announce("p");
        await Eventually.TrueAsync(() => _heard.Any(heard => heard.Topic == "edge/v1/platform/p" && heard.Text.StartsWith("""{"online":true,"receipts":true,""", StringComparison.Ordinal)), "presence");
        Assert.Equal(1, _consumer.Confirm(Prefix, new Receipt("e", 9, [[2, 4]])));
        await HeardAsync(Prefix + "/down/receipt", """{"epoch":"e","upTo":9,"missing":[[2,4]]}""");
    }

    private Task HeardAsync(string topic, string text) => Eventually.TrueAsync(() => _heard.Contains((topic, text)), text);

    private Task<byte> StateAsync(long confirmed) => _gateway.PublishAsync(
        new SimMqttMessage { Topic = Prefix + "/state", Payload = Encoding.UTF8.GetBytes($$"""{"epoch":"e","seqConfirmed":{{confirmed}}}"""), Retain = true },
        default);

    private Task<byte> SendAsync(long seq) => _gateway.PublishAsync(
        new SimMqttMessage { Topic = Prefix + "/up/event/cam-01/plate.read", Payload = Encoding.UTF8.GetBytes($$"""{"id":"gw:e:{{seq}}","epoch":"e","seq":{{seq}},"data":{} }""") },
        default);
}
