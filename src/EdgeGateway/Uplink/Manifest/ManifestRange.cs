using EdgeGateway.Store;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Uplink.Manifest;

/// <summary>Numbers of one epoch that a manifest is to speak of.</summary>
/// <param name="Epoch">Eight lower-case hex digits.</param>
/// <param name="First">First number.</param>
/// <param name="Last">Last number.</param>
public sealed record ManifestRange(string Epoch, long First, long Last)
{
    /// <summary>Gaps in one manifest: each takes 41 bytes at the most, so that it stays below 64 KiB.</summary>
    public const int MostGaps = 1000;

    /// <param name="gateway">Gateway id.</param>
    /// <param name="settled">Any ranges that were dropped, lost or parked.</param>
    /// <returns>The manifest of the range, or of its first part when there are too many gaps in it.</returns>
    public ManifestBody Describe(string gateway, IEnumerable<(long First, long Last)> settled)
    {
        var gaps = Inside(settled);
        long last = gaps.Count > MostGaps ? gaps[MostGaps].First - 1 : Last;
        var told = gaps.Take(MostGaps).ToList();
        var existing = new IntervalSet();
        existing.Add(First, last);
        told.ForEach(gap => existing.Remove(gap.First, gap.Last));
        return new ManifestBody(
            1, Epoch, First, last, existing.Count, [.. told.Select(static gap => new[] { gap.First, gap.Last })], ManifestDigest.Of(gateway, Epoch, existing.Intervals));
    }

    private List<(long First, long Last)> Inside(IEnumerable<(long First, long Last)> settled)
    {
        var gaps = new IntervalSet();
        foreach (var (first, last) in settled)
        {
            var (from, to) = (Math.Max(first, First), Math.Min(last, Last));
            if (from <= to)
            {
                gaps.Add(from, to);
            }
        }

        return [.. gaps.Intervals];
    }
}
