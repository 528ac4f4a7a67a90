using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.Protocol.Plates;

/// <summary>plate-camera.md section 5.5, against the groups as the section writes them.</summary>
public class PlateSimilarityTests
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private static readonly string[] s_groups =
    [
        "0–D–Q–O", "1–I–L–7–T", "2–Z–7", "3–8–B", "4–A", "5–S–6", "6–G–8", "8–B", "9–P", "C–G", "E–F", "H–N–M–W", "K–X", "U–V–Y", "V–Y",
        "京–琼–豫", "苏–赣", "皖–陕", "鲁–晋", "粤–贵", "冀–黑", "闽–宁", "川–云", "津–浙", "沪–浙", "辽–云", "桂–甘",
    ];

    [Fact]
    public void Cost_EveryPairOfCharacters_IsAsTheGroupsSay()
    {
        foreach (char a in Alphabet + Provinces)
        {
            foreach (char b in Alphabet + Provinces)
            {
                double expected = a == b ? 0
                    : s_groups.Any(group => group.Contains(a) && group.Contains(b)) ? 0.3
                    : Provinces.Contains(a) && Provinces.Contains(b) ? 0.7 : 1;
                Assert.Equal((a, b, expected), (a, b, PlateSimilarity.Cost([a], [b])));
                Assert.Equal(expected <= 0.6, PlateSimilarity.Possible([a], [b]));
            }
        }
    }

    [Theory]
    [InlineData("京A12345", "京A12345", 0, true)]
    [InlineData("京A12345", "琼A12345", 0.3, true)]
    [InlineData("京A12345", "沪A12345", 0.7, false)]
    [InlineData("苏A3HK57", "苏A8HX57", 0.6, true)]
    [InlineData("苏A3HK57", "赣A8HX57", 0.9, false)]
    [InlineData("苏A3HK57", "苏A4HK57", 1, false)]
    [InlineData("苏A3HK57", "苏A3HK5", 1, false)]
    [InlineData("粤BD12345", "粤B12345", 1, false)]
    [InlineData("粤BD12345", "粤B02345", 1.3, false)]
    [InlineData("京A12345", "京A23451", 2, false)]
    [InlineData("苏A3?K57", "苏A3HK57", 0, true)]
    [InlineData("苏A3?K57", "赣A3HX57", 0.6, true)]
    [InlineData("?A3?K5?", "苏A3HK57", 0, true)]
    [InlineData("", "", 0, true)]
    [InlineData("", "京A", 2, false)]
    public void Cost_TwoPlates_IsTheLeastOfAllEdits(string a, string b, double cost, bool possible)
    {
        Assert.Equal((cost, cost), (PlateSimilarity.Cost(a, b), PlateSimilarity.Cost(b, a)));
        Assert.Equal((possible, possible), (PlateSimilarity.Possible(a, b), PlateSimilarity.Possible(b, a)));
    }

    [Fact]
    public void Cost_RandomTexts_IsWhatPlainRecursionFinds()
    {
        var random = new Random(505);
        for (int round = 0; round < 300; round++)
        {
            string a = Text(random, random.Next(6));
            string b = Text(random, random.Next(6));
            Assert.Equal((a, b, Plain(a, b)), (a, b, (int)Math.Round(PlateSimilarity.Cost(a, b) * 10)));
            Assert.Equal((a, b, Plain(a, b) <= 6), (a, b, PlateSimilarity.Possible(a, b)));
        }
    }

    [Fact]
    public void Signature_EveryPossiblePair_IsTheSame()
    {
        var random = new Random(17);
        for (int round = 0; round < 20_000; round++)
        {
            string plate = $"{Provinces[random.Next(31)]}{Text(random, 6)}".Replace('?', '0');
            char[] other = plate.ToCharArray();
            for (int edit = 0; edit < 2; edit++)
            {
                int at = random.Next(other.Length);
                var group = s_groups.Where(one => one.Contains(other[at])).Select(one => one.Replace("–", "", StringComparison.Ordinal)).ToList();
                other[at] = group.Count == 0 || other[at] != plate[at] ? other[at] : group[random.Next(group.Count)] is var chosen ? chosen[random.Next(chosen.Length)] : '0';
            }

            Assert.True(PlateSimilarity.Possible(plate, other));
            Assert.Equal(PlateSimilarity.Signature(plate), PlateSimilarity.Signature(other));
        }
    }

    [Fact]
    public void Signature_Families_ReachEveryCharacter()
    {
        AssertReached(PlateSimilarity.SerialFamilies, Alphabet);
        AssertReached(PlateSimilarity.ProvinceFamilies, Provinces);

        static void AssertReached(string families, string all)
        {
            var reached = families.Select(one => PlateSimilarity.Signature([one])).ToList();
            Assert.Equal(reached.Count, reached.Distinct().Count());
            Assert.All(all, one => Assert.Contains(PlateSimilarity.Signature([one]), reached));
        }
    }

    [Fact]
    public void Signature_OfManyPlates_FillsNoBucketBeyondComparing()
    {
        var buckets = new Dictionary<ulong, int>();
        var random = new Random(1);
        for (int i = 0; i < 200_000; i++)
        {
            ulong signature = PlateSimilarity.Signature($"{Provinces[random.Next(31)]}{(char)('A' + random.Next(8))}{random.Next(100_000):00000}");
            buckets[signature] = buckets.GetValueOrDefault(signature) + 1;
        }

        Assert.InRange(buckets.Values.Max(), 2, 400);
    }

    [Fact]
    public void Everything_CalledOften_AllocatesNothing()
    {
        string a = "苏A3HK57";
        string b = "赣A8HK57";
        _ = PlateSimilarity.Possible(a, b) && PlateSimilarity.Cost(a, b) + PlateSimilarity.Signature(a) > 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            _ = PlateSimilarity.Possible(a, b) && PlateSimilarity.Cost(a, b) + PlateSimilarity.Signature(a) > 0;
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string Text(Random random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (Alphabet + "?")[random.Next(Alphabet.Length + 1)]));

    private static int Plain(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 10 * (a.Length + b.Length);
        }

        int substitution = a[0] == b[0] || a[0] == '?' || b[0] == '?' ? 0 : s_groups.Any(group => group.Contains(a[0]) && group.Contains(b[0])) ? 3 : 10;
        return Math.Min(substitution + Plain(a[1..], b[1..]), 10 + Math.Min(Plain(a[1..], b), Plain(a, b[1..])));
    }
}
