using System.Buffers.Binary;
using System.Security.Cryptography;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// Judges signatures (drone.md section 1.7): the proof must be right, and the time of each stream (system, component, link id) must grow,
/// so that nothing that was recorded is taken twice. Not for use by two threads at once.
/// </summary>
/// <param name="key">The secret.</param>
/// <param name="unsigned">What becomes of frames without a signature.</param>
/// <param name="stored"><see cref="Time"/> of the last run; 0 when there was none.</param>
public sealed class MavSignatureCheck(MavKey key, MavUnsignedPolicy unsigned, ulong stored = 0)
{
    private readonly Dictionary<int, ulong> _streams = [];

    /// <summary>The newest time that was accepted and believed; only a right signature raises it.</summary>
    public ulong Time { get; private set; } = stored;

    /// <summary>Frames that were accepted and whose time was not believed.</summary>
    public long Ahead { get; private set; }

    /// <param name="frame">As read.</param>
    /// <param name="now">By the local clock.</param>
    /// <param name="most">
    /// The latest time that is believed. A frame beyond it is accepted and teaches nothing: a sender whose clock is years ahead must not make all others stale.
    /// </param>
    /// <returns>Null when it may be used, else one of <see cref="MavFaults"/>.</returns>
    public string? Refuses(in MavFrame frame, DateTimeOffset now, ulong most = MavSigningTime.Last)
    {
        if (!frame.IsSigned)
        {
            bool passes = unsigned == MavUnsignedPolicy.Accept || (unsigned == MavUnsignedPolicy.RadioStatusOnly && frame.MessageId == RadioStatus.MsgId);
            return passes ? null : MavFaults.Unsigned;
        }

        return IsProven(frame) ? Late(frame, now, most) : MavFaults.Signature;
    }

    private bool IsProven(in MavFrame frame)
    {
        Span<byte> proof = stackalloc byte[MavSigner.ProofLength];
        key.Prove(frame.Bytes.Span[..^proof.Length], proof);
        return CryptographicOperations.FixedTimeEquals(proof, frame.Signature[^proof.Length..]);
    }

    private string? Late(in MavFrame frame, DateTimeOffset now, ulong most)
    {
        var signature = frame.Signature;
        ulong time = BinaryPrimitives.ReadUInt64LittleEndian(signature) >> 8 & MavSigningTime.Last;
        int stream = frame.System << 16 | frame.Component << 8 | signature[0];
        bool isSeen = _streams.TryGetValue(stream, out ulong last);
        if (isSeen && time <= last)
        {
            return MavFaults.Replayed;
        }

        if (!isSeen && time + MavSigningTime.Minute < Math.Max(Time, MavSigningTime.Of(now)))
        {
            return MavFaults.Stale;
        }

        _streams[stream] = time;
        Ahead += time > most ? 1 : 0;
        Time = time > most ? Time : Math.Max(Time, time);
        return null;
    }
}
