using EdgeGateway.Protocol.HotList;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;

/// <summary>The book against a walk over the whole list that knows no index.</summary>
public sealed class BookOracleTests
{
    private const string Serial = "0D8B31L7VYGC5H";
    private const string Provinces = "粤贵京琼川";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Find_RandomListsAndReadings_IsWhatAWalkOverTheListFinds(int seed)
    {
        await using var site = new HotListSite();
        var random = new Random(seed);
        var list = new Dictionary<string, HotListEntry>();
        int found = 0;
        for (int round = 0; round < 12; round++)
        {
            await ChangeAsync(site, random, list);
            for (int i = 0; i < 150; i++)
            {
                var plate = Read(random, list);
                string[] expected = Walk(site, list.Values, plate);
                found += expected.Length;
                string[] seen = site.Find(plate.Text!, plate.Outcome, plate.Colour);
                Assert.True(expected.Length <= 16 ? expected.SequenceEqual(seen) : seen.Length == 16 && seen.All(expected.Contains), $"{plate.Text}: {string.Join(", ", expected)} and not {string.Join(", ", seen)}");
            }

            if (round % 4 == 3)
            {
                await site.RestartAsync();
            }
        }

        Assert.True(found > 200, $"only {found} were to be found: the test says nothing");
    }

    private static async Task ChangeAsync(HotListSite site, Random random, Dictionary<string, HotListEntry> list)
    {
        var entries = Enumerable.Range(0, random.Next(1, 120)).Select(_ => site.Entry($"e-{random.Next(400)}", Mask(random, Plate(random)), entry => entry with
        {
            Fuzzy = random.Next(2) == 0,
            Colour = random.Next(3) == 0 ? 5 : null,
            From = site.Time.GetUtcNow() + TimeSpan.FromHours(random.Next(-9, 2)),
            To = site.Time.GetUtcNow() + TimeSpan.FromHours(random.Next(3, 9)),
        })).ToArray();
        Assert.All(await site.PutAsync(entries), verdict => Assert.Equal("taken", verdict));
        foreach (var entry in entries)
        {
            list[entry.Id] = entry;
        }

        string[] gone = [.. list.Keys.Where(_ => random.Next(5) == 0)];
        await site.Desk.RemoveAsync(HotListSite.Library, gone, default);
        gone.ToList().ForEach(id => list.Remove(id));
    }

    private static string Plate(Random random) =>
        $"{Provinces[random.Next(2)]}{"AB"[random.Next(2)]}{string.Concat(Enumerable.Range(0, random.Next(5, 7)).Select(_ => Serial[random.Next(random.Next(6) == 0 ? Serial.Length : 4)]))}";

    private static string Mask(Random random, string plate) =>
        random.Next(4) != 0 ? plate : string.Concat(plate.Select(letter => random.Next(5) == 0 ? '?' : letter)) is var mask && mask.Count(letter => letter != '?') >= 3 ? mask : plate;

    private static PlateInfo Read(Random random, Dictionary<string, HotListEntry> list)
    {
        char[] text = (random.Next(3) == 0 || list.Count == 0 ? Plate(random) : list.Values.ElementAt(random.Next(list.Count)).Plate).ToCharArray();
        for (int changes = random.Next(3); changes > 0; changes--)
        {
            int at = random.Next(text.Length);
            text[at] = at == 0 ? Provinces[random.Next(Provinces.Length)] : Serial[random.Next(6)];
        }

        string whole = new([.. text.Select(letter => letter == '?' && random.Next(3) != 0 ? Serial[random.Next(Serial.Length)] : letter)]);
        return new PlateInfo { Raw = whole, Text = whole, Outcome = whole.Contains('?') ? "PARTIAL" : "VALID", Colour = random.Next(3) switch { 0 => 5, 1 => 6, _ => null } };
    }

    private static string[] Walk(HotListSite site, IEnumerable<HotListEntry> list, PlateInfo plate) =>
    [
        .. list.Select(entry => (entry, kind: Kind(entry, plate, site.Time.GetUtcNow()))).Where(pair => pair.kind is not null)
            .Select(pair => $"{pair.entry.Id} {pair.kind}").Order(StringComparer.Ordinal),
    ];

    private static string? Kind(HotListEntry entry, PlateInfo plate, DateTimeOffset now)
    {
        if (now < entry.From || now > entry.To || (entry.Colour is { } wanted && plate.Colour is { } seen && wanted != seen))
        {
            return null;
        }

        string text = plate.Text!;
        if (text.Contains('?') || entry.Plate.Contains('?'))
        {
            bool fits = text.Length == entry.Plate.Length && text.Zip(entry.Plate).All(pair => pair.First == pair.Second || pair.First == '?' || pair.Second == '?');
            return fits ? "possible 0" : null;
        }

        double cost = PlateSimilarity.Cost(text, entry.Plate);
        return cost == 0 ? "exact 0" : entry.Fuzzy && cost <= 0.6 ? FormattableString.Invariant($"possible {cost}") : null;
    }
}
