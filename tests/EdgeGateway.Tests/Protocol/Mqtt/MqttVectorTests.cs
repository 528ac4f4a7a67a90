using System.Buffers;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Tests.Protocol.Mqtt;

public sealed class MqttVectorTests
{
    public static TheoryData<string> Names => [.. MqttVectors.All.Select(v => v.Name)];

    [Fact]
    public void Vectors_AreThere_ForEveryPacketType() =>
        Assert.Equal(Enum.GetValues<MqttPacketType>(), MqttVectors.All.Select(v => v.Packet.Type).Distinct().Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Vector_GivesItsMeaning(string name)
    {
        var (_, version, hex, expected) = Find(name);

        MqttPacket? packet = MqttShow.Read(MqttVectors.Bytes(hex), version, out MqttFault? fault);

        Assert.Null(fault);
        Assert.Equal(MqttShow.Text(expected), MqttShow.Text(packet));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_Meaning_GivesTheVector(string name)
    {
        var (_, version, hex, packet) = Find(name);

        Assert.Equal(Convert.ToHexString(MqttVectors.Bytes(hex)), Convert.ToHexString(MqttShow.Bytes(packet, version)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_CutAnywhere_AsksForMoreAndNeverFaults(string name)
    {
        var (_, version, hex, _) = Find(name);
        byte[] bytes = MqttVectors.Bytes(hex);
        var reader = new MqttReader(version, 1 << 20);

        for (int have = 0; have < bytes.Length; have++)
        {
            Assert.Equal(MqttReadStatus.NeedMore, reader.TryRead(bytes.AsSpan(0, have), out int consumed, out _));
            Assert.Equal(0, consumed);
        }

        Assert.Equal(MqttReadStatus.Packet, reader.TryRead(bytes, out _, out _));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_SplitIntoTwoBuffersAnywhere_GivesItsMeaning(string name)
    {
        var (_, version, hex, expected) = Find(name);
        byte[] bytes = MqttVectors.Bytes(hex);

        for (int at = 0; at <= bytes.Length; at++)
        {
            ReadOnlySequence<byte> input = Split(bytes, at);
            Assert.Equal(MqttReadStatus.Packet, new MqttReader(version, 1 << 20).TryRead(ref input, out MqttPacket? packet));
            Assert.True(input.IsEmpty);
            Assert.Equal(MqttShow.Text(expected), MqttShow.Text(packet));
        }
    }

    [Fact]
    public void Read_AllVectorsInARow_GivesEachInTurn()
    {
        var own = MqttVectors.All.Where(v => v.Version == 5 && v.Packet is not ConnAckPacket { OldForm: true }).ToArray();
        ReadOnlySequence<byte> input = Split([.. own.SelectMany(v => MqttVectors.Bytes(v.Hex))], 100);
        var reader = new MqttReader(5, 1 << 20);

        foreach (var vector in own)
        {
            Assert.Equal(MqttReadStatus.Packet, reader.TryRead(ref input, out MqttPacket? packet));
            Assert.Equal(MqttShow.Text(vector.Packet), MqttShow.Text(packet));
        }

        Assert.Equal(MqttReadStatus.NeedMore, reader.TryRead(ref input, out _));
    }

    private static (string Name, int Version, string Hex, MqttPacket Packet) Find(string name) => MqttVectors.All.Single(v => v.Name == name);

    private static ReadOnlySequence<byte> Split(byte[] bytes, int at)
    {
        var first = new Segment(bytes.AsMemory(0, at), 0);
        Segment last = first.Then(bytes.AsMemory(at));
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long index) => (Memory, RunningIndex) = (memory, index);

        public Segment Then(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }
}
