using System.Diagnostics;
using System.Text;
using EdgeGateway.Protocol.Nut;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Nut;

public sealed class NutFuzzTests
{
    private static readonly byte[][] s_corpus =
    [
        .. new[]
        {
            "BEGIN LIST VAR main\nVAR main ups.status \"OL CHRG\"\nVAR main device.mfr \"A \\\"B\\\" \\\\\"\nEND LIST VAR main\n",
            "BEGIN LIST UPS\nUPS main \"Description unavailable\"\nEND LIST UPS\n",
            "ERR ACCESS-DENIED\nOK\nOK Goodbye\r\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    [Fact]
    public void TryRead_DamagedAnswers_NeverThrowsAndTheNextGoodLineIsRead()
    {
        int count = FuzzSize.Of(100_000);
        var (random, reader, watch) = (new Random(20261122), new NutLineReader(), Stopwatch.StartNew());
        int faults = 0;
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> bytes = Mutate([.. s_corpus[random.Next(s_corpus.Length)]], random);
            while (reader.TryRead(ref bytes, out var item))
            {
                faults += item.Fault is null ? 0 : 1;
            }
        }

        ReadOnlySpan<byte> good = "\nOK\n"u8;
        NutItem last = default;
        while (reader.TryRead(ref good, out var item))
        {
            last = item;
        }

        Assert.True(faults > count / 10, $"{faults} faults");
        Assert.Equal(NutWord.Ok, last.Line!.Word);
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    private static byte[] Mutate(List<byte> bytes, Random random)
    {
        for (int edits = random.Next(1, 4); edits > 0 && bytes.Count > 1; edits--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 30), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes[at] = "\"\\ \n\r"u8[random.Next(5)];
                    break;
                default:
                    bytes.InsertRange(at, new byte[random.Next(3) == 0 ? 5000 : 3]);
                    break;
            }
        }

        return [.. bytes];
    }
}
