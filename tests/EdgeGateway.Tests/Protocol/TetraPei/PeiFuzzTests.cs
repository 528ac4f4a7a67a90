using System.Diagnostics;
using System.Text;
using EdgeGateway.Drivers.PdtRadio.TetraPei;
using EdgeGateway.Protocol.TetraPei;

namespace EdgeGateway.Tests.Protocol.TetraPei;

public sealed class PeiFuzzTests
{
    private const long Bytes = 10_000_000;

    private const string Good = "\r\n+CTSDSR: 12,1234567,0,2345678,0,104\r\n0201746573746D657373616765\r\n";

    private static readonly string[] s_corpus =
    [
        Good,
        "+CTSDSR: 13,1234567,0,2345678,0,16\r\n8004\r\n",
        "+CTSDSR: 12,1234567,0,2345678,0,144\r\n82029C81045A8F746573746D657373616765\r\n",
        "+CTSDSR: 12,2269001,0,9999,0,84\r\n0A112853A9FF4D4FFFE810\r\n",
        "+CTSDSR: 12,1234567,0,2345678,0,32\r\n821000C9\r\n",
        "+CTSDSR: 12,1,0,2,0,144,8A00C98D045A8F050003C9020148616C6C6F\r\n",
        "+CTICN: 1,0,0,5,09011638300023404,1,1,0,1,1,5,09011638300000001,15\r\n+CTXG: 1,3,0,0,0,1234567\r\n+CDTXC: 1,0\r\n+CTCR: 1,13\r\n",
        "OK\r\n+CME ERROR: 35\r\n+CMGS: 0,4,65\r\n+CSQ: 25,99\r\n",
    ];

    private static readonly string[] s_tokens = ["\r", "\n", "\r\n", "\0", "\u001A", ",", ",,", "+CTSDSR:", "+CTICN:", "+CMGS:", "OK\r\n", "99999999999999999999", "-1", "\u00FF", "0A", "82", "8A", "\"", "+CME ERROR:", " "];

    [Fact]
    public void Read_TenMillionDamagedBytes_NeverThrowsAndTheNextGoodLineIsRead()
    {
        var random = new Random(20261122);
        var watch = Stopwatch.StartNew();
        var reader = new PeiReader();
        int items = 0;
        for (long bytes = 0; bytes < Bytes;)
        {
            byte[] one = Mutate(random);
            bytes += one.Length;
            int cut = random.Next(one.Length + 1);
            reader.Append(one.AsSpan(0, cut));
            reader.Append(one.AsSpan(cut));
            items += Drain(reader, out _);

            // A header that waits for its data takes the empty line for none, and the next good message whole.
            reader.Append(Encoding.ASCII.GetBytes(Good));
            Drain(reader, out bool good);
            Assert.True(good, $"no good line behind {Convert.ToBase64String(one)}");
        }

        Assert.True(items > 50_000, $"{items} items");
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Decode_DamagedLines_NeverThrows()
    {
        var random = new Random(7);
        var decoder = new TetraPeiDecoder(TimeProvider.System);
        for (int i = 0; i < 20_000; i++)
        {
            byte[] one = Mutate(random);
            Exception? thrown = Record.Exception(() => decoder.Decode(one, new Dictionary<string, string>()).ToList());
            Assert.True(thrown is null, $"{Convert.ToBase64String(one)}: {thrown}");
        }
    }

    /// <summary>Split at every byte, and byte by byte: the same as in one piece.</summary>
    [Fact]
    public void Append_CutAnywhere_GivesTheSameItems()
    {
        byte[] all = Encoding.ASCII.GetBytes(string.Concat(s_corpus));
        var whole = Items([all]);
        Assert.True(whole.Count >= 12);
        Assert.Equal(whole, Items([.. all.Select(one => new[] { one })]));
        for (int cut = 1; cut < all.Length; cut++)
        {
            Assert.Equal(whole, Items([all[..cut], all[cut..]]));
        }
    }

    private static List<string> Items(byte[][] pieces)
    {
        var reader = new PeiReader();
        var items = new List<string>();
        foreach (byte[] piece in pieces)
        {
            reader.Append(piece);
            while (reader.TryRead(out var item))
            {
                items.Add(item is PeiSds sds ? $"{sds.Header} {Convert.ToHexString(sds.Data.Span)}" : item is PeiCall call ? $"{call.Kind} {string.Join('|', call.Fields)}" : item!.ToString());
            }
        }

        return items;
    }

    private static int Drain(PeiReader reader, out bool good)
    {
        good = false;
        int count = 0;
        for (; reader.TryRead(out var item); count++)
        {
            good |= item is PeiSds { Header: { Service: 12, Bits: 104, From.Id: 1234567 } } sds && SdsReader.Read(sds) is SdsText { Text: "testmessage" };
        }

        return count;
    }

    private static byte[] Mutate(Random random)
    {
        var bytes = new List<byte>(Encoding.Latin1.GetBytes(s_corpus[random.Next(s_corpus.Length)]));
        for (int edits = random.Next(1, 6); edits > 0 && bytes.Count > 1; edits--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
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
                    bytes.InsertRange(at, Encoding.Latin1.GetBytes(s_tokens[random.Next(s_tokens.Length)]));
                    break;
                default:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
            }
        }

        return [.. bytes];
    }
}
