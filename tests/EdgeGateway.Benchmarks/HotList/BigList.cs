using EdgeGateway.Protocol.HotList;
using EdgeGateway.Store.HotList;

namespace EdgeGateway.Benchmarks.HotList;

/// <summary>A list of a whole province: every plate once, one in ten found by similar plates, too, one in a thousand a mask.</summary>
internal static class BigList
{
    public const string Origin = "lib-1";

    /// <summary>Plates <c>粤B00000</c> and on, which are looked for exactly: what the load posts are 粤B and any five digits.</summary>
    public const int Posted = 20_000;

    private const string Provinces = "京沪苏浙皖鲁鄂湘川渝";
    private const string Letters = "ABCDEFGHJK";

    public static void Write(string store, int count)
    {
        var folder = new HotListFolder(store, TimeProvider.System);
        folder.Origins();
        using var staging = folder.Begin(Origin);
        for (int i = 0; i < count; i++)
        {
            staging.Add(HotListRecord.OfPut(Entry(i)));
        }

        staging.Take().Dispose();
    }

    public static bool IsFuzzy(int i) => i >= Posted && i % 10 == 3;

    public static bool IsMask(int i) => i >= Posted && i % 1000 == 7;

    /// <returns>Another plate for each number; digits all over, letters in a third of them.</returns>
    public static string Plate(int i)
    {
        if (i < Posted)
        {
            return FormattableString.Invariant($"粤B{i:00000}");
        }

        string serial = FormattableString.Invariant($"{i * 7919L % 100_000:00000}");
        serial = i % 3 == 0 ? Letters[i / 13 % 10] + serial[1..] : serial;
        return $"{Provinces[i / 100_000 % 10]}{Letters[i / 1000 % 10]}{serial}";
    }

    private static HotListEntry Entry(int i) => new()
    {
        Id = FormattableString.Invariant($"4400000000000120261122033200{i:00000000}"),
        Plate = IsMask(i) ? Plate(i)[..5] + "?" + Plate(i)[6..] : Plate(i),
        Category = i % 2 == 0 ? "stolen" : "wanted",
        Reason = FormattableString.Invariant($"case 2026-{i:0000000}"),
        Authority = "Guangzhou traffic police, station 4",
        From = DateTimeOffset.UtcNow - TimeSpan.FromDays(1),
        To = DateTimeOffset.UtcNow + TimeSpan.FromDays(30),
        Fuzzy = IsFuzzy(i),
    };
}
