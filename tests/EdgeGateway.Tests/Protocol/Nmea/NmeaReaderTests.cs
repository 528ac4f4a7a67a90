using System.Globalization;
using System.Text;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Tests.Protocol.Nmea;

public sealed class NmeaReaderTests
{
    private const string V047 = "$GNRMC,100538.00,A,5546.27711,N,03736.91144,E,0.061,,260318,,,A*60";
    private const string V048 = "$GPRMC,,V,,,,,,,,,,N*53";
    private const string V049 = "$GPGGA,123204.00,5106.94086,N,01701.51680,E,1,06,3.86,127.9,M,40.5,M,,*51";
    private const string V050 = "$GPRMC,235236,A,3925.9479,N,11945.9211,W,44.7,153.6,250905,15.2,E,A*0A";

    [Fact]
    public void Read_Vectors_AreAsPublished()
    {
        string[] read = [.. Items(Bytes($"{V047}\r\n{V048}\r\n{V049}\r\n{V050}\r\n")).Select(Name)];

        Assert.Equal(["GNRMC", "GPRMC", "GPGGA", NmeaFaults.Checksum], read);
    }

    [Fact]
    public void Read_Sentence_HasEveryValueRaw()
    {
        var sentence = Items(Bytes(V049)).Single().Sentence!;

        Assert.Equal(("GP", "GGA", 14), (sentence.Talker, sentence.Type, sentence.Values.Count));
        Assert.Equal(("123204.00", "40.5", "", "", ""), (sentence[0], sentence[10], sentence[12], sentence[13], sentence[99]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public void Read_CutAnywhere_GivesTheSame(int piece)
    {
        byte[] bytes = Bytes($"\u0001x{V047}\r\n${V048}{V049}\r\nzz\n{V050}\r\n$GP\r\n");
        var whole = Items(bytes).Select(Name).ToArray();

        var reader = new NmeaReader();
        var cut = new List<string>();
        for (int at = 0; at < bytes.Length; at += piece)
        {
            Drain(reader, bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)), item => cut.Add(Name(item)));
        }

        Assert.Equal(whole, cut);
        Assert.Equal(["noise", "GNRMC", "cut-off", "GPRMC", "GPGGA", "noise", "checksum", "no-checksum"], whole);
    }

    /// <summary>Any one byte of a sentence changed: never a sentence with other values.</summary>
    [Fact]
    public void Read_OneByteChanged_IsNeverAnotherSentence()
    {
        byte[] right = Bytes(V049);
        for (int at = 0; at < right.Length; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] bytes = [.. right];
                bytes[at] = (byte)value;
                foreach (var item in Items(bytes).Where(item => item.Sentence is not null))
                {
                    // The digits of the checksum may be lower case; nothing else may differ.
                    Assert.True(bytes.AsSpan(0, right.Length - 2).SequenceEqual(right.AsSpan(0, right.Length - 2)), $"byte {at} became {value}");
                    Assert.Equal(14, item.Sentence!.Values.Count);
                }
            }
        }
    }

    [Theory]
    [InlineData(120, "GNTXT")]
    [InlineData(121, "too-long")]
    [InlineData(5000, "too-long")]
    public void Read_Length_IsLimited(int length, string expected)
    {
        string sentence = Signed("GNTXT," + new string('A', length - "$GNTXT,*00".Length));
        Assert.Equal(length, sentence.Length);

        Assert.Equal([expected, "GNRMC"], Items(Bytes(sentence + "\r\n" + V047)).Select(Name).ToArray());
    }

    [Fact]
    public void Read_WithoutEnd_NeverKeepsMoreThanOneSentence()
    {
        var reader = new NmeaReader();
        int faults = 0;
        for (int i = 0; i < 1000; i++)
        {
            Drain(reader, Encoding.ASCII.GetBytes(new string('7', 1000)), _ => faults++);
        }

        Drain(reader, Bytes("$" + new string('7', 1000)), _ => faults++);
        Assert.Equal(2, faults);
    }

    [Fact]
    public void End_SomethingBegun_IsTold()
    {
        var reader = new NmeaReader();
        Drain(reader, Bytes(V047[..30]), _ => { });

        Assert.Equal(NmeaFaults.NoChecksum, reader.End()!.Value.Fault);
        Assert.Null(reader.End());
    }

    /// <summary>Ten million bytes of noise, half of them out of the letters of NMEA, with a good sentence now and then: each is read.</summary>
    [Fact]
    public void Read_TenMillionBytesOfGarbage_EveryGoodSentenceIsRead()
    {
        const int Total = 10_000_000;
        var random = new Random(20261122);
        byte[] letters = "$*,.0123456789ABCDEFGNPRMSVW\r\n"u8.ToArray();
        var reader = new NmeaReader();
        var good = new HashSet<string>();
        long fed = 0;
        int sent = 0;
        while (fed < Total)
        {
            var noise = new byte[random.Next(1, 400)];
            random.NextBytes(noise);
            if (random.Next(2) == 0)
            {
                noise = [.. noise.Select(value => letters[value % letters.Length])];
            }

            string sentence = Signed(string.Create(CultureInfo.InvariantCulture, $"GNRMC,{sent++},A,,,,,,,,,,A"));
            byte[] bytes = [.. noise, .. Bytes(sentence)];
            fed += bytes.Length;
            Drain(reader, bytes, item =>
            {
                if (item.Sentence is { Address: "GNRMC", Values: [var number, "A", ..] })
                {
                    good.Add(number);
                }
            });
        }

        Assert.Equal(sent, good.Count);
    }

    private static string Name(NmeaItem item) => item.Fault ?? item.Sentence!.Address;

    private static List<NmeaItem> Items(byte[] bytes)
    {
        var items = new List<NmeaItem>();
        Drain(new NmeaReader(), bytes, items.Add);
        return items;
    }

    private static void Drain(NmeaReader reader, ReadOnlySpan<byte> bytes, Action<NmeaItem> take)
    {
        while (reader.TryRead(ref bytes, out var item))
        {
            take(item);
        }
    }

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Signed(string text) => $"${text}*{text.Aggregate(0, (sum, letter) => sum ^ letter):X2}";
}
