using System.Buffers.Binary;

namespace EdgeGateway.Sim.Twins.PdtRadio.Hytera;

/// <summary>Finds frames in what comes over a line: whatever is none is skipped byte by byte.</summary>
public sealed class HrnpScanner
{
    private readonly List<byte> _waiting = [];

    /// <returns>The frames that are whole now, in their order.</returns>
    public IEnumerable<byte[]> Take(ReadOnlyMemory<byte> bytes)
    {
        _waiting.AddRange(bytes.Span);
        while (_waiting.Count >= HrnpBytes.Head)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian([_waiting[8], _waiting[9]]);
            if (_waiting[0] != HrnpBytes.Start || _waiting[2] != 0 || length is < HrnpBytes.Head or > HrnpBytes.Longest)
            {
                _waiting.RemoveAt(0);
                continue;
            }

            if (_waiting.Count < length)
            {
                yield break;
            }

            byte[] frame = [.. _waiting.Take(length)];
            bool sound = HrnpBytes.Checksum(frame) == BinaryPrimitives.ReadUInt16BigEndian(frame.AsSpan(10));
            _waiting.RemoveRange(0, sound ? length : 1);
            if (sound)
            {
                yield return frame;
            }
        }
    }

    /// <summary>The line began anew, or a datagram is over.</summary>
    public void Clear() => _waiting.Clear();
}
