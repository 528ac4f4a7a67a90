using System.Diagnostics;
using System.Text;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Ids;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Viid;

/// <summary>Damaged bodies: nothing throws, nothing grows without bound, and the next good body is read.</summary>
public class ViidFuzzTests
{
    private static readonly byte[][] s_seeds =
    [
        Encoding.UTF8.GetBytes(ReferenceBodies.MotorVehicle),
        [.. "Content-Length: 3\r\n\r\n"u8, .. "{\"ResponseStatusListObject\":{\"ResponseStatusObject\":[{\"Id\":\"1\",\"StatusCode\":\"0\"}]}}"u8],
        [.. "{\"SubImageList\":\"{\\\"SubImageInfoObject\\\":[{\\\"Data\\\":\\\"\\\\/9j\\\\/2Q==\\\"}]}\",\"PlateNo\":\"\\u82cf\\ud83d\\ude97A\"}"u8],
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("{\"PlateNo\":\"鲁A12345\",\"PassTime\":1719229955480}"),
    ];

    [Fact]
    public void Read_DamagedBodies_NeverThrowsAndTheNextGoodBodyIsRead()
    {
        int count = FuzzSize.Of(50_000);
        var random = new Random(20261122);
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < count; i++)
        {
            byte[] body = Damage(s_seeds[random.Next(s_seeds.Length)], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            ReadAll(body, random.Next(4) == 0 ? "gbk" : null);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
            if (i % 1000 == 0)
            {
                Assert.Single(ViidMotorVehicle.Find(ViidDocument.Read(s_seeds[0], null, out _)!));
            }
        }

        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Parse_DamagedIdsAndTimes_NeverThrows()
    {
        var random = new Random(20261123);
        string[] seeds = ["340200000013200000070220240624195235527380252739", "20240624195235", "2024-06-24T19:52:35.5+08:00", "1719229955480", "340200000000202404011201011234"];
        for (int i = FuzzSize.Of(50_000); i > 0; i--)
        {
            string text = Encoding.Latin1.GetString(Damage(Encoding.Latin1.GetBytes(seeds[random.Next(seeds.Length)]), random));
            var id = ViidId.Parse(text);
            _ = (id?.Serial, id?.ObjectSerial, id?.Owner, ViidDeviceCode.Parse(text)?.Type);
            Assert.InRange(MotorVehicleId.Flags(text, "34020000001320000007").Count, 0, 2);
            _ = ViidTime.Parse(text, TimeSpan.FromHours(random.Next(-14, 15)), out _);
        }
    }

    private static void ReadAll(byte[] body, string? charset)
    {
        if (ViidDocument.Read(body, charset, out string? fault) is not { } document)
        {
            Assert.NotNull(fault);
            return;
        }

        Assert.Null(fault);
        ViidStatus.Read(document);
        ViidDisposition.Read(document);
        ViidSubscribe.Read(document);
        ViidSession.DeviceId(document);
        ViidSystemTime.Read(document)?.At(TimeSpan.Zero);
        foreach (var value in ViidMotorVehicle.Find(document).Append(document.Root).SelectMany(value => value.Children()))
        {
            _ = (value.Name, value.Text, value.Int(), value.Number(), value.Flag(), ViidBase64.TryDecode(value, out _));
            foreach (var image in value["SubImageInfoObject"].Objects())
            {
                ViidBase64.TryDecode(image["Data"], out _);
            }
        }
    }

    private static byte[] Damage(byte[] seed, Random random)
    {
        byte[] bytes = (byte[])seed.Clone();
        for (int times = random.Next(1, 6); times > 0 && bytes.Length > 1; times--)
        {
            int at = random.Next(bytes.Length);
            int length = random.Next(1, Math.Min(bytes.Length - at, 16) + 1);
            bytes = random.Next(4) switch
            {
                0 => [.. bytes[..at], .. bytes[(at + length)..]],
                1 => [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]],
                2 => [.. bytes[..at], (byte)"{}[]\",:\\\0\n"[random.Next(10)], .. bytes[at..]],
                _ => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            };
        }

        return bytes;
    }
}
