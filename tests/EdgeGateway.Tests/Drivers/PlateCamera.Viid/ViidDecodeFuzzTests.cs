using System.Diagnostics;
using System.Text.Json;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

/// <summary>Every capture, damaged: nothing throws from body to reading, and what comes out can be written.</summary>
public sealed class ViidDecodeFuzzTests
{
    private static readonly Dictionary<string, string> s_options = new() { ["received"] = "2024-06-24T11:52:36Z" };

    [Fact]
    public void Decode_DamagedCaptures_NeverThrowsAndGivesWhatCanBeWritten()
    {
        byte[][] seeds = [.. ViidCapture.Names.Select(name => ViidCapture.Open(name).Frames)];
        int count = FuzzSize.Of(20_000);
        var random = new Random(20261124);
        var watch = Stopwatch.StartNew();
        var decoder = new ViidDecoder();
        for (int i = 0; i < count; i++)
        {
            foreach (var reading in decoder.Decode(Damage(seeds[random.Next(seeds.Length)], random), s_options).SelectMany(frame => frame.Readings))
            {
                byte[] written = JsonSerializer.SerializeToUtf8Bytes((PlateReadBody)reading.Body, BodyJson.Default.PlateReadBody);
                Assert.InRange(written.Length, 1, 64 * 1024);
                Assert.DoesNotContain(reading.Attachments, attachment => attachment.Content.IsEmpty);
            }
        }

        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    private static byte[] Damage(byte[] seed, Random random)
    {
        byte[] bytes = (byte[])seed.Clone();
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(bytes.Length);
            bytes = random.Next(3) switch
            {
                0 when bytes.Length > 20 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 8))..], .. "{}"u8],
                1 => [.. bytes[..at], (byte)"0123456789-\"{}[],:"[random.Next(18)], .. bytes[at..]],
                _ => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
            };
        }

        return bytes;
    }
}
