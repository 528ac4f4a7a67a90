using System.Text;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Evidence;

/// <summary>The writer's end of the chain: a link is written in the transaction of its reading, or not at all.</summary>
internal sealed class EvidenceChain
{
    private readonly EvidenceTable _table;
    private (long Number, byte[] Hash) _committed;
    private (long Number, byte[] Hash) _head;

    public EvidenceChain(EvidenceTable table)
    {
        _table = table;
        _committed = _head = table.Last();
    }

    /// <summary>The last link that is committed; number 0 when there is none.</summary>
    public (long Number, byte[] Hash) Head => _committed;

    public void Begin() => _head = _committed;

    public void Committed() => _committed = _head;

    public void Add(string epoch, long seq, long position, PendingReading reading, ReadOnlySpan<byte> payload)
    {
        if (!EvidenceText.Covers(reading.Kind, reading.Attachments.Count))
        {
            return;
        }

        string about = EvidenceText.Of(epoch, seq, reading, payload);
        long number = _head.Number + 1;
        byte[] hash = EvidenceLink.HashOf(_head.Hash, number, Encoding.UTF8.GetBytes(about));
        _table.Append(new EvidenceLink(number, hash, about, position));
        _head = (number, hash);
    }
}
