using System.Text.RegularExpressions;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Tests.FirmwareSim.Traffic;

public sealed class PassageSourceTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void At_SameSeedDeviceAndStart_SamePassages()
    {
        Assert.Equal(Thousand(1, "cam-01", s_start), Thousand(1, "cam-01", s_start));
    }

    [Theory]
    [InlineData(2, "cam-01", 0)]
    [InlineData(1, "cam-02", 0)]
    [InlineData(1, "cam-01", 1)]
    public void At_OtherSeedDeviceOrStart_NoIdentifierInCommon(int seed, string device, int minutes)
    {
        var one = Thousand(1, "cam-01", s_start).Select(p => p.Uuid).ToHashSet();
        Assert.Equal(1000, one.Count);
        Assert.DoesNotContain(Thousand((ulong)seed, device, s_start.AddMinutes(minutes)), p => one.Contains(p.Uuid));
    }

    [Fact]
    public void At_Rate_GivesThatManyInOrder()
    {
        List<Passage> passages = Thousand(3, "cam-01", s_start);
        Assert.True(passages.Zip(passages.Skip(1)).All(pair => pair.First.At <= pair.Second.At));
        Assert.InRange((passages[^1].At - s_start).TotalSeconds, 99, 101);
        Assert.All(passages, p => Assert.Equal(0, p.At.Ticks % TimeSpan.TicksPerMillisecond));
    }

    [Fact]
    public void At_Plates_FollowTheirProductions()
    {
        const string P = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
        const string S = "[0-9A-HJ-NP-Z]";
        var productions = new Dictionary<PlateKind, string>
        {
            [PlateKind.CivilBlue] = $"^(?!粤Z){P}[A-HJ-NP-Z]{S}{{5}}$",
            [PlateKind.CivilYellow] = $"^(?!粤Z){P}[A-HJ-NP-Z]{S}{{5}}$",
            [PlateKind.NevSmall] = $"^{P}[A-HJ-NP-Z][A-HJK]{S}[0-9]{{4}}$",
            [PlateKind.NevLarge] = $"^{P}[A-HJ-NP-Z][0-9]{{5}}[A-HJK]$",
            [PlateKind.Police] = $"^{P}[A-HJ-NP-Z][0-9]{{4}}警$",
            [PlateKind.Coach] = $"^{P}[A-HJ-NP-Z]{S}{{4}}学$",
            [PlateKind.Trailer] = $"^{P}[A-HJ-NP-Z]{S}{{4}}挂$",
            [PlateKind.None] = "^$",
            [PlateKind.Unread] = "^$",
        };
        var source = new PassageSource(5, "cam-01", s_start, 10);
        List<Plate> plates = [.. Enumerable.Range(0, 20_000).Select(i => source.At(i).Plate)];
        Assert.All(plates, plate => Assert.Matches(new Regex(productions[plate.Kind], RegexOptions.CultureInvariant), plate.Text));
        Assert.Equal(productions.Count, plates.Select(plate => plate.Kind).Distinct().Count());
        Assert.InRange(plates.Count(p => p.Kind is PlateKind.CivilBlue or PlateKind.CivilYellow or PlateKind.NevSmall or PlateKind.NevLarge), 18_000, 19_900);
    }

    private static List<Passage> Thousand(ulong seed, string device, DateTimeOffset start)
    {
        var source = new PassageSource(seed, device, start, 10);
        return [.. Enumerable.Range(0, 1000).Select(i => source.At(i))];
    }
}
