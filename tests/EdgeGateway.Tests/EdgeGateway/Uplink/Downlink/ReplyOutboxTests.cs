using EdgeGateway.Commands;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Support;
using EdgeGateway.Uplink.Downlink;
using EdgeGateway.Uplink.Forwarding;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Downlink;

public sealed class ReplyOutboxTests
{
    private static readonly Topics s_topics = new("edge/v1", "site-1", "gw-1");

    private readonly FakeMqttClient _client = new();
    private readonly ReplyOutbox _outbox = new(s_topics);

    [Fact]
    public async Task Run_AnswersThatWaited_AreSentInOrderWithTheirCorrelationData()
    {
        _outbox.Send(Reply("c-1", new CommandReplyTo(null, new byte[] { 7 })));
        _outbox.Send(Reply("c-2", null));

        await RunUntilAsync(2);

        Assert.Equal(["""{"commandId":"c-1","state":"done"}""", """{"commandId":"c-2","state":"done"}"""], _client.Payloads);
        Assert.All(_client.Published, message => Assert.Equal(s_topics.Reply, message.Topic));
        Assert.Equal([7], _client.Published[0].CorrelationData!.Value.ToArray());
        Assert.Null(_client.Published[1].CorrelationData);
    }

    [Theory]
    [InlineData("/console-7", true)]
    [InlineData("/a/b", false)]
    [InlineData("/#", false)]
    [InlineData("/", false)]
    [InlineData("x", false)]
    public async Task Run_ResponseTopic_CountsOnlyBelowReply(string behind, bool counts)
    {
        _outbox.Send(Reply("c-1", new CommandReplyTo(s_topics.Reply + behind, null)));
        _outbox.Send(Reply("c-2", new CommandReplyTo(s_topics.State, null)));

        await RunUntilAsync(2);

        Assert.Equal(counts ? s_topics.Reply + behind : s_topics.Reply, _client.Published[0].Topic);
        Assert.Equal(s_topics.Reply, _client.Published[1].Topic);
    }

    [Fact]
    public async Task Send_TooManyWithoutALink_TheNewestAreKept()
    {
        foreach (int number in Enumerable.Range(0, 300))
        {
            _outbox.Send(Reply($"c-{number}", null));
        }

        await RunUntilAsync(256);

        Assert.Equal("""{"commandId":"c-44","state":"done"}""", _client.Payloads[0]);
    }

    private async Task RunUntilAsync(int count)
    {
        using var stop = new CancellationTokenSource();
        var link = new Link(_client, new MqttConnection(5, 8, null, false, TimeSpan.FromSeconds(60), true), new SendWindow(8));
        var running = _outbox.RunAsync(link, stop.Token);
        await Eventually.TrueAsync(() => _client.Published.Count == count, $"{count} answers");
        await stop.CancelAsync();
        await running.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private static CommandReply Reply(string id, CommandReplyTo? to) => new(new CommandAnswer { CommandId = id, State = "done" }, to);
}
