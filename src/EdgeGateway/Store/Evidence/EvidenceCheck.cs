using System.Security.Cryptography;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Evidence;

/// <summary>Holds every link against the one before it, and against its reading as long as that is here.</summary>
internal sealed class EvidenceCheck(StoreConnection connection)
{
    private readonly Statement _reading = connection.Prepare("SELECT epoch, seq, payload FROM reading WHERE position=?1");

    /// <summary>Links looked at.</summary>
    public long Links { get; private set; }

    /// <returns>What is wrong with the first link that is not as it was written; null when all are.</returns>
    public string? FirstBroken()
    {
        byte[]? previous = null;
        long last = 0;
        foreach (EvidenceLink link in new EvidenceTable(connection).All())
        {
            Links++;
            if (Wrong(link, last, previous) is { } wrong)
            {
                return FormattableString.Invariant($"link {link.Number} ({EvidenceText.Reading(link.About)}): {wrong}");
            }

            (previous, last) = (link.Hash, link.Number);
        }

        return null;
    }

    /// <param name="link">The link.</param>
    /// <param name="last">Number of the one before it here; 0 for none.</param>
    /// <param name="previous">Its hash; null when the front was cut off.</param>
    private string? Wrong(EvidenceLink link, long last, byte[]? previous)
    {
        if (last > 0 && link.Number != last + 1)
        {
            return FormattableString.Invariant($"links {last + 1} to {link.Number - 1} are missing before it");
        }

        if ((previous ?? (link.Number == 1 ? EvidenceLink.Beginning : null)) is { } before && !link.Follows(before))
        {
            return "its hash does not follow from the link before it";
        }

        return FitsReading(link) ? null : "its reading is not what it was";
    }

    private bool FitsReading(EvidenceLink link)
    {
        bool fits = !_reading.Bind(1, link.Position).Step()
            || (FormattableString.Invariant($"{_reading.Text(0)}:{_reading.Integer(1)}") == EvidenceText.Reading(link.About)
                && Convert.ToHexStringLower(SHA256.HashData(_reading.Bytes(2))) == EvidenceText.PayloadHash(link.About));
        _reading.Reset();
        return fits;
    }
}
