using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.EndToEnd.Mqtt;

public sealed class MosquittoPublishTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Publish_FiveThousand_AnotherProgramCountsEachOnceAndInOrder(int version)
    {
        const int count = 5000;
        // By default mosquitto drops for a subscriber that is slower than the publisher, after the PUBACK (brokers.md section 1).
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { More = ["max_queued_messages 0"] });
        await using ChildProcess witness = await MqttBench.WitnessAsync(broker, "-t", "t/#", "-q", "1", "-C", "5000", "-F", "%p");
        await using MqttClient client = MqttBench.Client();
        MqttConnection connection = await client.ConnectAsync(MqttBench.To(broker, version), default);

        Task<MqttAck>[] acks = [.. Enumerable.Range(0, count).Select(i => client.PublishAsync(MqttBench.Message("t/x", $"message {i}")))];
        MqttAck[] answers = await Task.WhenAll(acks).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.All(answers, answer => Assert.Equal(0, answer.Reason));
        Assert.Equal(0, await witness.ExitAsync(TimeSpan.FromSeconds(60)));
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"message {i}"), witness.Lines);
        Assert.Equal(20, connection.Window);
    }

    [Theory]
    [InlineData(5, 0x10)]
    [InlineData(4, 0x00)]
    public async Task Publish_NobodyListens_SaysSoOnVersion5(int version, int reason)
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker, version), default);

        MqttAck ack = await client.PublishAsync(MqttBench.Message("t/nobody", "x")).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(reason, ack.Reason);
    }

    [Fact]
    public async Task Publish_WithProperties_AnotherProgramReadsThem()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using ChildProcess witness = await MqttBench.WitnessAsync(broker, "-V", "5", "-t", "t/#", "-q", "1", "-C", "1", "-F", "%t|%r|%q|%C|%P|%p");
        await using MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker), default);

        await client.PublishAsync(MqttBench.Message("t/属性", "正文") with
        {
            ContentType = "application/cloudevents+json; charset=utf-8",
            IsText = true,
            UserProperties = [KeyValuePair.Create("seq", "17"), KeyValuePair.Create("kind", "plate.read")],
        }).WaitAsync(TimeSpan.FromSeconds(20));

        await witness.ExitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("t/属性|0|1|application/cloudevents+json; charset=utf-8|seq:17 kind:plate.read|正文", witness.Output);
    }

    [Fact]
    public async Task Publish_LargerThanTheBrokersMaximum_IsRefusedHereAndTheLinkLives()
    {
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { More = ["max_packet_size 1000"] });
        await using MqttClient client = MqttBench.Client();
        MqttConnection connection = await client.ConnectAsync(MqttBench.To(broker), default);

        var refused = await Assert.ThrowsAsync<MqttTooLargeException>(() => client.PublishAsync(MqttBench.Message("t/x", new string('x', 1000))));
        await client.PublishAsync(MqttBench.Message("t/x", new string('x', 980))).WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(1000, connection.MaximumPacketSize);
        Assert.Equal(1000, refused.Limit);
        Assert.False(client.Ended.IsCompleted);
    }

    [Fact]
    public async Task Publish_PacketOfExactlyTheBrokersMaximum_IsTaken()
    {
        await using var broker = await MosquittoBroker.StartAsync(new MosquittoOptions { More = ["max_packet_size 1000"] });
        await using MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker), default);

        // Fixed header 3, topic 2 + 3, identifier 2, property length 1: 11 bytes beside the payload.
        await client.PublishAsync(MqttBench.Message("t/x", new string('x', 989))).WaitAsync(TimeSpan.FromSeconds(20));

        await Assert.ThrowsAsync<MqttTooLargeException>(() => client.PublishAsync(MqttBench.Message("t/x", new string('x', 990))));
    }

    [Fact]
    public async Task Publish_ThreeMegabytes_ArrivesWhole()
    {
        await using var broker = await MosquittoBroker.StartAsync();
        await using ChildProcess witness = await MqttBench.WitnessAsync(broker, "-t", "t/#", "-q", "1", "-C", "1", "-F", "%l");
        await using MqttClient client = MqttBench.Client();
        await client.ConnectAsync(MqttBench.To(broker), default);

        await client.PublishAsync(new MqttMessage { Topic = "t/big", Payload = new byte[3_000_000] }).WaitAsync(TimeSpan.FromSeconds(20));

        await witness.ExitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal("3000000", witness.Output);
    }
}
