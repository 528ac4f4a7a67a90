using EdgeGateway.Store.HotList;

namespace EdgeGateway.Pipeline.HotList;

/// <summary>What the records of a list say, one after the other.</summary>
/// <param name="index">Where to look in the file.</param>
internal sealed class ListTally(ListIndex index)
{
    public ListIndex Index => index;

    /// <summary>Records of the file, those that count no more included.</summary>
    public long Records { get; private set; }

    /// <summary>Signed files of this age or older are not taken again.</summary>
    public DateTimeOffset Stamp { get; private set; } = DateTimeOffset.MinValue;

    public void Take(long place, ReadOnlySpan<byte> payload)
    {
        Records++;
        switch (payload[0])
        {
            case HotListRecord.Put:
                index.Put(place, payload);
                break;
            case HotListRecord.Remove:
                index.Remove(HotListRecord.IdOf(payload));
                break;
            default:
                Stamp = HotListRecord.StampOf(payload);
                break;
        }
    }
}
