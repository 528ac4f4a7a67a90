using System.Security.Cryptography;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Store.Evidence;

/// <summary>
/// What a link says, in one line a person can read: <c>EPOCH:SEQ DEVICE KIND SHA256 FILE FILE ...</c>; SHA256 is of the whole event as
/// it is delivered, each FILE the SHA-256 of a file that came with it. No field holds a space.
/// </summary>
internal static class EvidenceText
{
    private const int Payload = 3;

    /// <summary>Pictures and what refers to them, orders and what came of them, and what says that something is gone.</summary>
    public static bool Covers(string kind, int files) => files > 0 || kind is
        "plate.hit" or "plate.violation" or
        AuditBody.KindName or CommandResultBody.KindName or GapBody.KindName or StoreRecoveredBody.KindName;

    public static string Of(string epoch, long seq, PendingReading reading, ReadOnlySpan<byte> payload)
    {
        string files = string.Concat(reading.Attachments.Select(static file => " " + file.Sha256));
        return FormattableString.Invariant($"{epoch}:{seq} {reading.Device} {reading.Kind} {Convert.ToHexStringLower(SHA256.HashData(payload))}{files}");
    }

    /// <returns>The event's hash in a link, or null when it is no such line.</returns>
    public static string? PayloadHash(string about) => about.Split(' ') is { Length: > Payload } fields ? fields[Payload] : null;

    /// <returns>The reading a link is about, as <c>EPOCH:SEQ</c>.</returns>
    public static string Reading(string about) => about.Split(' ')[0];
}
