using System.Buffers;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Writing;

namespace EdgeGateway.Tests.Protocol.Mqtt;

public sealed class MqttWriterTests
{
    [Fact]
    public void PublishAndAck_OnceWarm_AllocateNothing()
    {
        var output = new ArrayBufferWriter<byte>(4096);
        byte[] payload = new byte[400];
        WriteBoth(output, payload);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1000; i++)
        {
            WriteBoth(output, payload);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Measure_Publish_IsWhatIsWritten(int version)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (int size in new[] { 0, 1, 116, 117, 118, 119, 120, 16_370, 16_374, 16_375, 16_376, 70_000 })
        {
            output.ResetWrittenCount();
            var publish = new MqttPublish { Topic = "a/b"u8, Payload = new byte[size], QoS = 1, Id = 7, Properties = [0x01, 0x01] };
            MqttPublishWriter.Write(output, publish, version);
            Assert.Equal(output.WrittenCount, MqttPublishWriter.Measure(publish, version));
            Assert.Equal(MqttReadStatus.Packet, new MqttReader(version, 1 << 20).TryRead(output.WrittenSpan, out int consumed, out _));
            Assert.Equal(output.WrittenCount, consumed);
        }
    }

    [Fact]
    public void Write_TopicOver65535Bytes_Refuses() => Assert.Throws<ArgumentException>(
        () => MqttPublishWriter.Write(new ArrayBufferWriter<byte>(), new MqttPublish { Topic = new byte[65_536], Payload = [] }, 5));

    private static void WriteBoth(ArrayBufferWriter<byte> output, byte[] payload)
    {
        output.ResetWrittenCount();
        MqttPublishWriter.Write(output, new MqttPublish { Topic = "edge/v1/3f/site/gw/up/event/cam-1/plate.read"u8, Payload = payload, QoS = 1, Id = 1 }, 5);
        MqttWriter.WriteAck(output, MqttPacketType.PubAck, 1, 0x10, 5);
    }
}
