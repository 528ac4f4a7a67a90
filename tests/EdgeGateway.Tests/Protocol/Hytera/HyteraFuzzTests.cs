using System.Diagnostics;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Hytera;

/// <summary>Ten million random or damaged bytes into each parser: nothing throws, and good frames are read in between. What the reader holds is bounded by itself.</summary>
public sealed class HyteraFuzzTests
{
    private const int Bytes = 10_000_000;

    private static readonly byte[][] s_hrnp = [.. HyteraVectors.Hrnp.Select(HyteraVectors.Bytes)];
    private static readonly byte[][] s_hstrp = [.. HyteraVectors.Hstrp.Select(HyteraVectors.Bytes)];
    private static readonly byte[][] s_hdap = [.. HyteraVectors.Hdap.Select(HyteraVectors.Bytes)];

    [Fact]
    public void HrnpReader_TenMillionBytes_ReadsEveryGoodFrame() => Measure(random =>
    {
        var reader = new HrnpReader();
        int due = 0;
        int found = 0;
        for (int fed = 0; fed < Bytes;)
        {
            byte[] bad = Damaged(random, s_hrnp);
            byte[] good = HrnpFrame.Write(new HrnpFrame(4, 0, HrnpOpcode.DataAck, 0xEE, 0xDD, (ushort)(due++ & 0xFFFF), default));
            reader.Append(bad);
            reader.Append(good);
            fed += bad.Length + good.Length;
            if (random.Next(4) == 0)
            {
                reader.GiveUp();
            }

            found += Marked(reader);
        }

        reader.GiveUp();
        Assert.Equal(due, found + Marked(reader));
    });

    [Fact]
    public void HstrpFrame_TenMillionBytes_NeverThrows() => Measure(random => Feed(random, s_hstrp, bytes =>
    {
        if (HstrpFrame.TryRead(bytes, out string? fault) is { } frame)
        {
            Assert.Equal(bytes.Length, HstrpFrame.Write(frame).Length);
            _ = (frame.DeviceId, frame.Slot, HdapMessage.TryRead(frame.Payload.Span, out _));
        }
        else
        {
            Assert.NotNull(fault);
        }
    }));

    [Fact]
    public void HdapMessage_TenMillionBytes_NeverThrows() => Measure(random => Feed(random, s_hdap, bytes =>
    {
        if (HdapMessage.TryRead(bytes, out string? fault) is { } message)
        {
            Assert.Equal(bytes, HdapMessage.Write(message));
        }
        else
        {
            Assert.NotNull(fault);
        }
    }));

    [Fact]
    public void HdapContent_TenMillionBytes_IsWrittenBackAsItWas() => Measure(random => Feed(random, s_hdap, bytes =>
    {
        var service = Enum.GetValues<HdapService>()[random.Next(7)];
        ushort opcode = random.Next(8) == 0 ? (ushort)random.Next(65_536) : s_opcodes[random.Next(s_opcodes.Length)];
        var content = HdapContent.Read(new HdapMessage(service, false, opcode, bytes[..Math.Min(bytes.Length, HdapMessage.LongestPayload)]));
        var again = content.ToMessage();
        Assert.True(content.Opcode == opcode && content.Service == service);
        if (content is not UnreadContent)
        {
            // A NUL inside a text field, or a character in place of one, is the only thing a record does not keep.
            Assert.Equal(Math.Min(bytes.Length, HdapMessage.LongestPayload), again.Payload.Length);
        }
    }));

    private static readonly ushort[] s_opcodes =
    [
        0x0001, 0x0002, 0x0003, 0x0080, 0x0082, 0xA001, 0xA002, 0xA003, 0xB001, 0xB002, 0xB003, 0xB004, 0xC001, 0xC002, 0xC003, 0xC004, 0xC005, 0xD001, 0xD002, 0xD003, 0xD004,
        0xD011, 0xD012, 0xE001, 0xE002, 0x80A1, 0xC0A1, 0x40B1, 0x00A2, 0x40B2, 0x00AE, 0x00BF, 0x0841, 0x8841, 0x0041, 0x8041, 0xB843, 0xB844, 0xB845, 0x10C9, 0x10C7, 0xB0C8, 0x1847,
        0x0452, 0x8452, 0x00E7, 0x80E7, 0x00C4, 0x80C4, 0x0201, 0x8201, 0x8833, 0x0004, 0x8004, 0x0008, 0xA081, 0xA011,
    ];

    private static void Measure(Action<Random> run)
    {
        var watch = Stopwatch.StartNew();
        run(new Random(20261122));
        Assert.True(watch.Elapsed < FuzzSize.Patience(0), $"took {watch.Elapsed}");
    }

    private static void Feed(Random random, byte[][] good, Action<byte[]> parse)
    {
        for (int fed = 0; fed < Bytes;)
        {
            byte[] bytes = Damaged(random, good);
            parse(bytes);
            fed += Math.Max(1, bytes.Length);
        }
    }

    /// <summary>Noise, or a good frame with bytes turned, cut off, or doubled.</summary>
    private static byte[] Damaged(Random random, byte[][] good)
    {
        if (random.Next(3) == 0)
        {
            var noise = new byte[random.Next(600)];
            random.NextBytes(noise);
            return noise;
        }

        byte[] bytes = good[random.Next(good.Length)].ToArray();
        for (int i = random.Next(4); i > 0; i--)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) switch
        {
            0 => bytes[..random.Next(bytes.Length)],
            1 => [.. bytes, .. bytes],
            _ => bytes,
        };
    }

    private static int Marked(HrnpReader reader)
    {
        int marked = 0;
        while (reader.TryNext(out var item))
        {
            marked += item.Frame is { Opcode: HrnpOpcode.DataAck, Source: 0xEE, Destination: 0xDD } ? 1 : 0;
        }

        return marked;
    }
}
