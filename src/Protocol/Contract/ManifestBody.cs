namespace EdgeGateway.Protocol.Contract;

/// <summary>A completeness statement on <c>up/manifest</c> (contract section 2).</summary>
/// <param name="V">Version of this form, 1.</param>
/// <param name="Epoch">Eight lower-case hex digits.</param>
/// <param name="FromSeq">First number it speaks of, from 1.</param>
/// <param name="ToSeq">Last number it speaks of.</param>
/// <param name="Count">How many of them exist: all but those in <paramref name="Gaps"/>.</param>
/// <param name="Gaps">Ranges [from, to] that were dropped, lost or parked, ascending and apart.</param>
/// <param name="Sha256">Of the ids of those that exist, see <see cref="ManifestDigest"/>.</param>
public sealed record ManifestBody(int V, string Epoch, long FromSeq, long ToSeq, long Count, IReadOnlyList<long[]> Gaps, string Sha256);
