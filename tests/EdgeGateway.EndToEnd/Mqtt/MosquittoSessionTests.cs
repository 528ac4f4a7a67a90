using System.Collections.Concurrent;
using System.Text;
using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.EndToEnd.Mqtt;

public sealed class MosquittoSessionTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Reconnect_CommandsWereSentMeanwhile_AreDeliveredWithoutSubscribingAgain(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync();
        var heard = new ConcurrentQueue<string>();
        MqttConnect connect = MqttBench.To(broker, version) with { OnMessage = message => Note(heard, message) };
        await using (MqttClient first = MqttBench.Client())
        {
            MqttConnection fresh = await first.ConnectAsync(connect, default);
            Assert.False(fresh.SessionPresent);
            Assert.Equal([1], await first.SubscribeAsync(["down/#"], default).WaitAsync(s_limit));
            await first.DisconnectAsync(default);
        }

        await broker.PublishAsync("-t", "down/command", "-q", "1", "-m", "while away");
        await using MqttClient second = MqttBench.Client();
        MqttConnection known = await second.ConnectAsync(connect, default);

        Assert.True(known.SessionPresent);
        await Wait.UntilAsync(() => heard.Contains("while away"), s_limit, () => broker.Output);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Message_LinkEndsBeforeItIsHandled_ComesAgain(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync();
        var heard = new ConcurrentQueue<string>();
        var stuck = new TaskCompletionSource();
        await using (MqttClient first = MqttBench.Client())
        {
            await first.ConnectAsync(MqttBench.To(broker, version) with { OnMessage = async message => { await Note(heard, message); await stuck.Task; } }, default);
            await first.SubscribeAsync(["down/#"], default).WaitAsync(s_limit);
            await broker.PublishAsync("-t", "down/command", "-q", "1", "-m", "stop the belt");
            await Wait.UntilAsync(() => heard.Count == 1, s_limit, () => broker.Output);
        }

        await using MqttClient second = MqttBench.Client();
        await second.ConnectAsync(MqttBench.To(broker, version) with { OnMessage = message => Note(heard, message) }, default);

        await Wait.UntilAsync(() => heard.Count == 2, s_limit, () => broker.Output);
        stuck.SetResult();
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Will_LinkDropped_IsPublished(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using ChildProcess witness = await MqttBench.WitnessAsync(broker, "-t", "state", "-q", "1", "-C", "1", "-F", "%p");
        MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker, version) with { Will = MqttBench.Message("state", "lost") with { Retain = true } }, default);

        await client.DisposeAsync();

        await witness.ExitAsync(s_limit);
        Assert.Equal("lost", witness.Output);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Will_OrderlyDisconnect_IsNotPublished(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using ChildProcess witness = await MqttBench.WitnessAsync(broker, "-t", "state", "-q", "1", "-C", "1", "-F", "%p");
        await using MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker, version) with { Will = MqttBench.Message("state", "lost") }, default);

        await client.PublishAsync(MqttBench.Message("other", "x"));
        await client.DisconnectAsync(default);
        await broker.SaidAsync("Received DISCONNECT from gw-test");
        await broker.PublishAsync("-t", "state", "-q", "1", "-m", "after");

        await witness.ExitAsync(s_limit);
        Assert.Equal("after", witness.Output);
        Assert.Equal("we said goodbye", (await client.Ended).Why);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task SecondClient_SameId_EndsTheFirst(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using MqttClient first = MqttBench.Client();
        await using MqttClient second = MqttBench.Client();
        await first.ConnectAsync(MqttBench.To(broker, version), default);
        await second.ConnectAsync(MqttBench.To(broker, version), default);

        MqttEnd end = await first.Ended.WaitAsync(s_limit);

        Assert.True(end.Reason is null or 0x8E, end.Why);
        Assert.False(second.Ended.IsCompleted);
    }

    [Fact]
    public async Task Broker_Killed_EndsTheLinkAndWhatWaits()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker), default);

        await broker.KillAsync();

        Assert.Null((await client.Ended.WaitAsync(s_limit)).Reason);
        await Assert.ThrowsAsync<IOException>(() => client.PublishAsync(MqttBench.Message("t", "x")));
    }

    private static ValueTask Note(ConcurrentQueue<string> heard, MqttMessage message)
    {
        heard.Enqueue(Encoding.UTF8.GetString(message.Payload.Span));
        return ValueTask.CompletedTask;
    }
}
