using System.Buffers.Binary;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>Signs the frames of one sender on one link; its time only grows (drone.md section 1.7).</summary>
/// <param name="key">The secret.</param>
/// <param name="linkId">Of this link.</param>
/// <param name="stored">
/// A time that no signature of the last run went beyond, remembered ahead of what was used; 0 when there was none. A clock that was set back then does not
/// make frames that the other side takes for replayed ones.
/// </param>
public sealed class MavSigner(MavKey key, byte linkId, ulong stored = 0)
{
    internal const int ProofLength = 6;
    private const int TimeLength = 6;

    /// <summary>Time of the last signature.</summary>
    public ulong Last { get; private set; } = stored;

    /// <summary>Fills in link id, time and proof; the rest of the frame is complete.</summary>
    internal void Sign(Span<byte> frame, DateTimeOffset now)
    {
        Last = Math.Min(Math.Max(Last + 1, MavSigningTime.Of(now)), MavSigningTime.Last);
        var signature = frame[^MavFrame.SignatureLength..];
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(time, Last);
        signature[0] = linkId;
        time[..TimeLength].CopyTo(signature[1..]);
        key.Prove(frame[..^ProofLength], signature[^ProofLength..]);
    }
}
