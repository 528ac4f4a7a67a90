using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Tests.FirmwareSim.Parcels;

public sealed class ParcelTimelineTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);
    private static readonly ParcelMix s_lively = new() { Alarm = 0.3, Unknown = 0.1, Aborted = 0.1, Tip = 0.3, BarcodeDoubled = 0.2, BarcodeLate = 0.2, BarcodeMissing = 0.2 };

    [Fact]
    public void At_SameSeedAndLine_IsTheSameParcelWhoeverAsks()
    {
        var (one, two) = (Source("line-1"), Source("line-1"));

        Assert.Equal(one.At(7) with { Reads = [] }, two.At(7) with { Reads = [] });
        Assert.Equal(one.At(7).Reads, two.At(7).Reads);
        Assert.NotEqual(one.At(7).Barcode, Source("line-2").At(7).Barcode);
        Assert.NotEqual(one.At(7).ScanUid, new ParcelSource(1, "line-1", s_start.AddSeconds(1), 1, s_lively).At(7).ScanUid);
    }

    [Fact]
    public void At_Shares_AreThoseOfTheMix()
    {
        var source = Source("line-1");
        ParcelPlan[] parcels = [.. Enumerable.Range(0, 4_000).Select(i => source.At(i))];

        Assert.InRange(parcels.Count(parcel => parcel.Machine == ParcelVerdict.Alarm) / 4_000.0, 0.27, 0.33);
        Assert.InRange(parcels.Count(parcel => parcel.Reads.Count == 0) / 4_000.0, 0.17, 0.23);
        Assert.InRange(parcels.Count(parcel => parcel.Reads.Count == 2) / 4_000.0, 0.17, 0.23);
        Assert.All(parcels.Where(parcel => parcel.Tip || parcel.Inside is not null), parcel => Assert.Equal(ParcelVerdict.Alarm, parcel.Machine));
        Assert.All(parcels, parcel => Assert.Matches("^2\\.25\\.[0-9]{1,39}$", parcel.ScanUid));
        Assert.Equal(4_000, parcels.Select(parcel => parcel.ScanUid).Distinct().Count());
    }

    [Fact]
    public void Statements_OfAllParts_AreInTheOrderInWhichTheyAreDueAndComplete()
    {
        ParcelStatement[] all = [.. new ParcelTimeline(Source("line-1"), Enum.GetValues<ParcelPart>(), 300, DateTimeOffset.MaxValue).Statements()];

        Assert.Equal(all.OrderBy(statement => statement.Due).Select(statement => statement.Due), all.Select(statement => statement.Due));
        Assert.Equal(300, all.Count(statement => statement.Part == ParcelPart.Report));
        Assert.Equal(300, all.Count(statement => statement.Part == ParcelPart.Controller));
        Assert.Contains(all, statement => statement.Part == ParcelPart.Review);
        Assert.All(all.Where(statement => statement.Part == ParcelPart.Review), review => Assert.NotNull(review.Parcel.Operator));
    }

    [Fact]
    public void Statements_AfterTheEnd_AreOnlyThoseOfEarlierParcels()
    {
        var end = s_start.AddSeconds(30);
        ParcelStatement[] all = [.. new ParcelTimeline(Source("line-1"), [ParcelPart.Report, ParcelPart.Review], long.MaxValue, end).Statements()];

        Assert.InRange(all.Count(statement => statement.Part == ParcelPart.Report), 29, 31);
        Assert.All(all, statement => Assert.True(statement.Parcel.At < end));
        Assert.Contains(all, statement => statement.Due > end);
    }

    private static ParcelSource Source(string line) => new(1, line, s_start, 1, s_lively);
}
