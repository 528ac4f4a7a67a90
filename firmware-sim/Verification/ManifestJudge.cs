using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Sim.Verification;

/// <summary>
/// Holds what came against what the gateway says it sent (contract section 2). Counts and digests are computed anew from
/// the ids that came; nothing of the gateway's own code is used.
/// </summary>
/// <param name="root">Topic root.</param>
public sealed class ManifestJudge(string root)
{
    /// <summary>A thousand times what the contract puts into one manifest.</summary>
    private const long MostNumbers = 10_000_000;

    private readonly Dictionary<(string Prefix, string Epoch), EpochStream> _streams = [];
    private readonly Dictionary<string, (GatewayTopic Of, ReceivedLine Manifest)> _manifests = new(StringComparer.Ordinal);
    private readonly ManifestReport _report = new();

    public void Add(ReceivedLine line)
    {
        if (line.Epoch is not { } epoch || GatewayTopic.Parse(root, line.Topic) is not { } of)
        {
            return;
        }

        if (line.Type == ReceivedLine.Manifest)
        {
            _manifests.TryAdd($"{of.Prefix} {epoch} {line.FromSeq} {line.ToSeq} {line.Count} {line.Sha256} {Ranges(line.Gaps ?? [])}", (of, line));
        }
        else if (line is { Type: ReceivedLine.Reading, Seq: { } seq })
        {
            Stream(of, epoch).Take(seq, line.Id);
            if (line.Kind == "gap")
            {
                Stream(of, line.GapEpoch ?? epoch).Gone.Add(line);
            }
        }
    }

    public ManifestReport Judge()
    {
        foreach ((GatewayTopic of, ReceivedLine manifest) in _manifests.Values)
        {
            _report.Manifests++;
            string name = $"manifest {of.Gateway} {manifest.Epoch} {manifest.FromSeq}..{manifest.ToSeq}: ";
            string[] problems = [.. Problems(Stream(of, manifest.Epoch!), manifest).Select(problem => name + problem)];
            _report.Bad += problems.Length > 0 ? 1 : 0;
            Array.ForEach(problems, _report.Problem);
        }

        _report.Uncovered = _streams.Values.Sum(stream => Size(stream.Uncovered));
        _report.Unstated = _streams.Values.Sum(stream => stream.Received.Spans.Sum(span => stream.Stated.Missing(span.From, span.To)));
        return _report;
    }

    private static IEnumerable<string> Problems(EpochStream stream, ReceivedLine manifest)
    {
        if (manifest is not { FromSeq: { } from and > 0, ToSeq: { } to } || !SeqSpans.IsRange(from, to) || to - from >= MostNumbers)
        {
            return ["its range cannot be"];
        }

        stream.Stated.Add(from, to);
        if (Gaps(manifest.Gaps ?? [], from, to) is not { } gaps)
        {
            return ["its gaps are not ascending ranges inside it"];
        }

        string[] uncovered = [.. Uncovered(stream, gaps, from, to)];
        return uncovered.Length > 0 ? uncovered : Content(stream, gaps, manifest, from, to);
    }

    private static SeqSpans? Gaps(IReadOnlyList<IReadOnlyList<long>> ranges, long from, long to)
    {
        var gaps = new SeqSpans();
        foreach (IReadOnlyList<long> range in ranges)
        {
            if (range.Count != 2 || range[0] > range[1] || range[0] < from || range[1] > to || range[0] <= (gaps.Highest ?? 0))
            {
                return null;
            }

            gaps.Add(range[0], range[1]);
        }

        return gaps;
    }

    private static IEnumerable<string> Uncovered(EpochStream stream, SeqSpans gaps, long from, long to)
    {
        SeqSpans known = stream.Received.Copy();
        foreach ((long first, long last) in gaps.Spans)
        {
            known.Add(first, last);
        }

        foreach ((long first, long last) in stream.Gone.Cover(known).Holes(from, to))
        {
            stream.Uncovered.Add(first, last);
            yield return FormattableString.Invariant($"{first}..{last} neither came nor is declared as gone");
        }
    }

    /// <summary>Numbers in a stated gap that came nonetheless, sent before they were dropped, may be in count and digest or not.</summary>
    private static IEnumerable<string> Content(EpochStream stream, SeqSpans gaps, ReceivedLine manifest, long from, long to)
    {
        (long Count, string Digest) strict = Digest(stream, gaps, from, to);
        SeqSpans absent = new();
        foreach ((long first, long last) in gaps.Spans.SelectMany(gap => stream.Received.Holes(gap.From, gap.To)))
        {
            absent.Add(first, last);
        }

        (long Count, string Digest)[] allowed = Size(absent) == Size(gaps) ? [strict] : [strict, Digest(stream, absent, from, to)];
        if (allowed.Any(digest => digest == (manifest.Count, manifest.Sha256)))
        {
            yield break;
        }

        if (allowed.All(digest => digest.Count != manifest.Count))
        {
            yield return FormattableString.Invariant($"states {manifest.Count} readings, the ids that came are {strict.Count}");
        }

        yield return $"states digest {manifest.Sha256}, the ids that came give {strict.Digest}";
    }

    private static (long Count, string Digest) Digest(EpochStream stream, SeqSpans without, long from, long to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long count = 0;
        foreach ((long first, long last) in without.Holes(from, to))
        {
            for (long seq = first; seq <= last; seq++)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(stream.Id(seq) + "\n"));
                count++;
            }
        }

        return (count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static long Size(SeqSpans spans) => spans.Spans.Sum(span => span.To - span.From + 1);

    private static string Ranges(IReadOnlyList<IReadOnlyList<long>> ranges) => string.Join(' ', ranges.Select(range => string.Join('-', range)));

    private EpochStream Stream(GatewayTopic of, string epoch)
    {
        if (!_streams.TryGetValue((of.Prefix, epoch), out EpochStream? stream))
        {
            _streams[(of.Prefix, epoch)] = stream = new EpochStream(of.Gateway, epoch);
        }

        return stream;
    }
}
