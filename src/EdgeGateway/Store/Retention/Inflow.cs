using EdgeGateway.Store.Writing;

namespace EdgeGateway.Store.Retention;

/// <summary>What came in since the opening, by lane, but no files that are kept until somebody asks: they give way by themselves. Counted by the writer, read by anybody.</summary>
internal sealed class Inflow
{
    private readonly long[] _bytes = new long[4];
    private long _readings;

    public long Readings => Volatile.Read(ref _readings);

    public long Bytes(int lane) => Volatile.Read(ref _bytes[lane]);

    public void Note(WriteBatch batch)
    {
        foreach (AppendTicket append in batch.Appends)
        {
            if (append.Refusal is null && !append.Duplicate)
            {
                long facts = append.Reading.Tail.Length;
                Volatile.Write(ref _bytes[(int)append.Reading.Lane], _bytes[(int)append.Reading.Lane] + facts);
                Volatile.Write(ref _bytes[3], _bytes[3] + append.Bytes - facts - append.OnDemandBytes);
                Volatile.Write(ref _readings, _readings + 1);
            }
        }
    }
}
