using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// What the last commit left, kept in <c>store.mark</c> beside the database. SQLite drops the end of a damaged log
/// without a word, and with it readings that were acknowledged and numbers that were given: whoever opens the store
/// sees by the mark that it once held more.
/// </summary>
/// <remarks>
/// The mark is written after COMMIT has returned, which under <c>synchronous=FULL</c> is after the log was synced. So
/// at no instant does it say more than what is synced, whether the kernel writes it out early, late or never. It is not
/// synced itself: after SIGKILL it is exact but for the commit at hand; after a power cut it may be older, and a mark
/// older than the database is no finding. Two slots are written in turn, so that a torn one leaves the other.
/// </remarks>
internal sealed record StoreMark
{
    /// <summary>One slot; two of them make the file.</summary>
    public const int SlotBytes = 4096;

    private const ulong Magic = 0x314b52414d454745; // "EGEMARK1"
    private const int BodyBytes = 128;

    public required Totals Totals { get; init; }

    public required string Epoch { get; init; }

    public required long Base { get; init; }

    /// <summary>Records of parcels that were kept; null in a mark that was written before they were counted.</summary>
    public long? Parcels { get; private init; }

    /// <param name="slot">At least 132 bytes.</param>
    public void Write(Span<byte> slot)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(slot, Magic);
        Encoding.ASCII.GetBytes(Epoch.AsSpan(0, 8), slot[8..]);
        int at = 16;
        foreach (long figure in Figures())
        {
            BinaryPrimitives.WriteInt64LittleEndian(slot[at..], figure);
            at += sizeof(long);
        }

        slot[at..BodyBytes].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(slot[BodyBytes..], RowChecksum.Of(slot[..BodyBytes]));
    }

    /// <returns>The newer of the two slots that are whole; null when neither is.</returns>
    public static StoreMark? Newest(ReadOnlySpan<byte> file)
    {
        StoreMark? newest = null;
        for (int at = 0; at + BodyBytes + sizeof(uint) <= file.Length && at < 2 * SlotBytes; at += SlotBytes)
        {
            StoreMark? mark = Read(file[at..]);
            newest = mark?.Totals.Commits > (newest?.Totals.Commits ?? -1) ? mark : newest;
        }

        return newest;
    }

    private static StoreMark? Read(ReadOnlySpan<byte> slot)
    {
        if (BinaryPrimitives.ReadUInt64LittleEndian(slot) != Magic ||
            BinaryPrimitives.ReadUInt32LittleEndian(slot[BodyBytes..]) != RowChecksum.Of(slot[..BodyBytes]))
        {
            return null;
        }

        var figures = new long[13];
        for (int i = 0; i < figures.Length; i++)
        {
            figures[i] = BinaryPrimitives.ReadInt64LittleEndian(slot[(16 + (i * sizeof(long)))..]);
        }

        var totals = new Totals
        {
            Commits = figures[0],
            Position = figures[1],
            Seq = figures[2],
            Parked = figures[6],
            MediaPosition = figures[7],
            Media = figures[8],
            MediaBytes = figures[9],
            MediaMissing = figures[10],
            Parcels = Math.Max(0, figures[12] - 1),
        };
        totals.Set(Lane.Alarm, figures[3]);
        totals.Set(Lane.Event, figures[4]);
        totals.Set(Lane.Telemetry, figures[5]);
        return new StoreMark { Totals = totals, Epoch = Encoding.ASCII.GetString(slot.Slice(8, 8)), Base = figures[11], Parcels = figures[12] > 0 ? figures[12] - 1 : null };
    }

    private long[] Figures() =>
    [
        Totals.Commits, Totals.Position, Totals.Seq,
        Totals.Waiting(Lane.Alarm), Totals.Waiting(Lane.Event), Totals.Waiting(Lane.Telemetry),
        Totals.Parked, Totals.MediaPosition, Totals.Media, Totals.MediaBytes, Totals.MediaMissing, Base,

        // One more than there are: marks of before have zero here.
        Totals.Parcels + 1,
    ];
}
