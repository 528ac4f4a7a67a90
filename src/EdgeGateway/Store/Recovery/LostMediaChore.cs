using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Sqlite;
using EdgeGateway.Store.Writing;

namespace EdgeGateway.Store.Recovery;

/// <summary>A picture that is not what its name says: it leaves the queue, a gap says so, and the file is set aside.</summary>
internal sealed class LostMediaChore(string sha256, Spool spool, OwnReadings own) : Chore
{
    public override void Write(StoreTables tables, Totals totals)
    {
        if (tables.Media.Find(sha256) is { } row)
        {
            tables.Media.Remove(row, totals);
            totals.MediaMissing++;
            tables.Readings.Insert(own.Of(Gap(tables.Epoch, [sha256], 1)), totals);
        }
    }

    /// <remarks>A reading of the same commit may have queued the same hash again; then its file is new and good.</remarks>
    public override void Committed(StoreTables tables)
    {
        if (!tables.Media.Holds(sha256))
        {
            spool.SetAside(sha256);
        }
    }

    public static GapBody Gap(string epoch, IEnumerable<string> hashes, long count) => new()
    {
        Device = OwnReadings.Device,
        Lane = "media",
        Epoch = epoch,
        FromSeq = 0,
        ToSeq = 0,
        Count = count,
        Cause = GapCauses.Damage,
        Note = "Pictures that are gone or not what they were: " + string.Join(", ", hashes),
    };
}
