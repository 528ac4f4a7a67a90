using System.Diagnostics;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Modbus;

public sealed class ModbusFuzzTests
{
    private const int Usual = 60_000;

    private static readonly Dictionary<string, string> s_noOptions = [];
    private static readonly byte[][] s_tcp = [.. ModbusVectors.Tcp.SelectMany(vector => new[] { ModbusVectors.Bytes(vector.Request), ModbusVectors.Bytes(vector.Response) })];
    private static readonly byte[][] s_rtu = [.. ModbusVectors.Rtu.SelectMany(vector => new[] { ModbusVectors.Bytes(vector.Request), ModbusVectors.Bytes(vector.Response) })];

    [Fact]
    public void Tcp_MutatedFrames_NeverThrowAndTheNextGoodOneIsRead()
    {
        int count = FuzzSize.Of(Usual);
        var random = new Random(20261122);
        var watch = Stopwatch.StartNew();
        int faults = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] bad = Mutate(s_tcp[random.Next(s_tcp.Length)], random);
            faults += ModbusDecoder.Tcp.Decode(bad, s_noOptions).Count(frame => !frame.Ok);
        }

        Assert.True(faults > count / 4, $"{faults} faults");
        Assert.All(s_tcp, good => Assert.True(ModbusDecoder.Tcp.Decode(good, s_noOptions).Single().Ok));
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Rtu_MutatedFrames_EveryGoodFrameBehindOneIsRead()
    {
        int count = FuzzSize.Of(Usual);
        var random = new Random(20261122);
        var watch = Stopwatch.StartNew();
        var asked = ModbusRequest.Read(ModbusArea.Input, 2, 4);
        byte[] good = ModbusVectors.Bytes(ModbusVectors.Rtu[0].Response);
        for (int i = 0; i < count; i++)
        {
            byte[] bad = Mutate(s_rtu[random.Next(s_rtu.Length)], random);
            _ = ModbusDecoder.Rtu.Decode(bad, s_noOptions).Count();
            var finder = new RtuAnswerFinder(17, asked);
            Assert.NotNull(finder.Take(bad, false) ?? finder.Take(good, false) ?? finder.Silence(false));
        }

        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Stream_EndlessGarbage_KeepsOneFrameAtMost()
    {
        var random = new Random(1);
        var bytes = new byte[4096];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 2_000; i++)
        {
            random.NextBytes(bytes);
            ReadOnlySpan<byte> rest = bytes;
            var stream = new MbapStream();
            while (stream.Take(ref rest) is not null)
            {
            }

            Assert.InRange(stream.Waiting, 0, 260);
        }

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 4_000_000);
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var list = new List<byte>(bytes);
        for (int edits = random.Next(1, 5); edits > 0; edits--)
        {
            int at = random.Next(list.Count + 1);
            int length = Math.Min(random.Next(1, 12), list.Count - at);
            switch (random.Next(5))
            {
                case 0 when at < list.Count:
                    list[at] = (byte)random.Next(256);
                    break;
                case 1 when list.Count > length:
                    list.RemoveRange(at, length);
                    break;
                case 2:
                    list.InsertRange(at, list.GetRange(at, length));
                    break;
                case 3 when at < list.Count:
                    list[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    list.InsertRange(at, [0x11, 0x04, (byte)random.Next(256)]);
                    break;
            }
        }

        return [.. list];
    }
}
