using System.Diagnostics;
using EdgeGateway.Drivers.PdtRadio.HyteraSnmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Tests.Protocol.Snmp;

public sealed class SnmpFuzzTests
{
    private const long Bytes = 10_000_000;

    private static readonly Dictionary<string, string> s_options = new() { ["received"] = "2026-11-22T00:00:00Z" };

    private static readonly byte[][] s_corpus =
    [
        SnmpBytes.Answer(7, 0, 0, SnmpBytes.Temperature),
        SnmpBytes.Answer(7, 2, 1, SnmpBytes.Temperature),
        SnmpBytes.Answer(9, 0, 0, SnmpBytes.Pair(SnmpBytes.Object(4, 9, 0), SnmpBytes.Element(0x04, new byte[300])), SnmpBytes.Pair(SnmpBytes.Object(1, 2, 9, 0), [2, 2, 0xFF, 0x38])),
        SnmpQuestion.Get("public", 77, [.. RepeaterMib.Objects.Select(one => one.Id)]),
        SnmpBytes.Message(0, 0xA4, [.. SnmpBytes.Object(), 0x40, 4, 192, 0, 2, 40, 2, 1, 6, 2, 1, 11, 0x43, 2, 1, 0, 0x30, 0]),
    ];

    [Fact]
    public void Read_TenMillionDamagedBytes_NeverThrowsAndTheNextGoodOneIsRead()
    {
        var random = new Random(20261122);
        var decoder = new SnmpDecoder(TimeProvider.System);
        var watch = Stopwatch.StartNew();
        int faults = 0;
        for (long bytes = 0; bytes < Bytes;)
        {
            byte[] one = Mutate(s_corpus[random.Next(s_corpus.Length)], random);
            bytes += Math.Max(one.Length, 1);
            faults += decoder.Decode(one, s_options).Single().Ok ? 0 : 1;
        }

        Assert.True(faults > 10_000, $"{faults} faults");
        Assert.True(decoder.Decode(s_corpus[0], s_options).Single().Ok);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"took {watch.Elapsed}");
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var list = new List<byte>(bytes);
        for (int edits = random.Next(1, 5); edits > 0 && list.Count > 1; edits--)
        {
            int at = random.Next(list.Count);
            int length = Math.Min(random.Next(1, 40), list.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    list[at] = (byte)random.Next(256);
                    break;
                case 1:
                    list.RemoveRange(at, length);
                    break;
                case 2:
                    list.InsertRange(at, list.GetRange(at, length));
                    break;
                case 3:
                    list[at] ^= (byte)(1 << random.Next(8));
                    break;
                default:
                    list.InsertRange(at, [0x30, (byte)(0x80 + random.Next(8)), (byte)random.Next(256)]);
                    break;
            }
        }

        return [.. list];
    }
}
