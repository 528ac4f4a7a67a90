using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Store.HotList;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.HotList;

public class ListTallyTests
{
    private static readonly DateTimeOffset s_issued = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Fact]
    public void Take_EachRecord_CountsAlsoThoseThatCountNoMore()
    {
        var tally = new ListTally(new ListIndex(0));
        Assert.Equal((0, DateTimeOffset.MinValue), (tally.Records, tally.Stamp));

        Take(tally, s_issued);
        Take(tally, s_issued.AddDays(1));

        Assert.Equal((2, s_issued.AddDays(1), 0), (tally.Records, tally.Stamp, tally.Index.Count));
    }

    private static void Take(ListTally tally, DateTimeOffset issued)
    {
        HotListRecord.TryFind(HotListRecord.OfStamp(issued), out var payload);
        tally.Take(0, payload);
    }
}
