using System.Diagnostics;
using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Mqtt;

public sealed class MqttFuzzTests
{
    private static readonly int s_mutations = FuzzSize.Of(200_000);
    private const int Limit = 64 * 1024;

    [Fact]
    public void Read_MutatedPackets_OnlyEverFaults()
    {
        var random = new Random(20_261_122);
        byte[][] seeds = [.. MqttVectors.All.Select(v => MqttVectors.Bytes(v.Hex))];
        var found = new Dictionary<string, int>();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        for (int i = 0; i < s_mutations; i++)
        {
            string outcome = Drain(Mutate(seeds, random), random.Next(2) + 4);
            found[outcome] = found.GetValueOrDefault(outcome) + 1;
        }

        long each = (GC.GetAllocatedBytesForCurrentThread() - allocated) / s_mutations;
        Assert.True(watch.Elapsed < FuzzSize.Patience(s_mutations), $"{watch.Elapsed}");
        Assert.True(each < 8 * 1024, $"{each} bytes a mutation");

        // A fuzz that never gets past the header proves nothing: the deep faults must all have been met.
        Assert.True(found.Count > 20, string.Join(", ", found.Select(f => $"{f.Key} {f.Value}")));
    }

    [Fact]
    public void Read_Noise_OnlyEverFaults()
    {
        var random = new Random(5);
        var noise = new byte[256];
        for (int i = 0; i < 50_000; i++)
        {
            random.NextBytes(noise);
            Drain(noise.AsSpan(0, random.Next(noise.Length)).ToArray(), 4 + (i & 1));
        }
    }

    private static byte[] Mutate(byte[][] seeds, Random random)
    {
        List<byte> bytes = [.. seeds[random.Next(seeds.Length)], .. seeds[random.Next(seeds.Length)]];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 4), bytes.Count - at - (at == 0 ? 1 : 0)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static string Drain(byte[] bytes, int version)
    {
        var reader = new MqttReader(version, Limit);
        int at = 0;
        MqttReadStatus status;
        while ((status = reader.TryRead(bytes.AsSpan(at), out int consumed, out MqttPacket? packet)) == MqttReadStatus.Packet)
        {
            Assert.NotNull(packet);
            Assert.InRange(consumed, 2, bytes.Length - at);
            at += consumed;
        }

        Assert.Equal(status == MqttReadStatus.Fault, reader.Fault is not null);
        return reader.Fault?.Word ?? "whole";
    }
}
