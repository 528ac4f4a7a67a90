using System.Diagnostics;
using System.Text;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Dji;

/// <summary>Broken and malicious messages through the reader and all that reads of it: nothing throws, and the next good one is read.</summary>
public sealed class DjiFuzzTests
{
    private const int Usual = 10_000;

    private static readonly Dictionary<string, string> s_options = new() { ["received"] = "2026-01-05T01:10:10Z" };

    private static readonly byte[][] s_good =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Captures", "drone-dji"), "frames.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadAllLines).Where(line => line.Contains('{', StringComparison.Ordinal)).Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>What a value may become: of another kind, too large, no number, no text.</summary>
    private static readonly string[] s_values =
        ["null", "true", "\"\"", "[]", "{}", "[[[[[]]]]]", "-1", "1e308", "1e999", "99999999999999999999", "\"NaN\"", "\"1e999\"", "\"\\u0000\"", "\"\\ud83d\\ude00\"", "\"\\ud800\"", "0.1", "2147483648", "[{}]", "{\"list\":{}}"];

    [Fact]
    public void Decode_MutatedMessages_NeverThrowsAndTheNextGoodOneIsRead()
    {
        int count = FuzzSize.Of(Usual);
        var random = new Random(20261122);
        var decoder = new DjiDecoder(TimeProvider.System);
        var watch = Stopwatch.StartNew();
        int faults = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] good = s_good[random.Next(s_good.Length)];
            byte[] bad = (i % 2) == 0 ? Broken(good, random) : Twisted(good, random);
            faults += decoder.Decode(bad, s_options).Count(frame => !frame.Ok);
        }

        Assert.True(faults > count / 10, $"{faults} faults");
        Assert.Contains(decoder.Decode(s_good[0], s_options), frame => frame.Ok);
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }

    [Fact]
    public void Split_AnyText_LosesNothingAndEnds()
    {
        int count = FuzzSize.Of(Usual);
        var random = new Random(1);
        for (int i = 0; i < count; i++)
        {
            var text = new byte[random.Next(60)];
            for (int at = 0; at < text.Length; at++)
            {
                text[at] = (byte)" {}\"\\\n,a:[]"[random.Next(11)];
            }

            var pieces = DjiText.Split(text).ToArray();
            int told = pieces.Sum(piece => piece.Json.ToArray().Count(letter => letter is (byte)'{'));
            Assert.Equal(text.Count(letter => letter is (byte)'{'), told);
        }
    }

    private static byte[] Broken(byte[] good, Random random)
    {
        byte[] bad = (byte[])good.Clone();
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            bad[random.Next(bad.Length)] = (byte)random.Next(256);
        }

        return random.Next(4) == 0 ? bad[..random.Next(bad.Length)] : bad;
    }

    private static byte[] Twisted(byte[] good, Random random)
    {
        string text = Encoding.UTF8.GetString(good);
        int[] colons = [.. Enumerable.Range(0, text.Length).Where(at => text[at] == ':')];
        int colon = colons[random.Next(colons.Length)];
        int end = text.IndexOfAny([',', '}', ']'], colon);
        return Encoding.UTF8.GetBytes(end < 0 ? text : string.Concat(text.AsSpan(0, colon + 1), s_values[random.Next(s_values.Length)], text.AsSpan(end)));
    }
}
