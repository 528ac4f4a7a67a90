namespace EdgeGateway.Protocol.Hytera;

/// <summary>
/// Finds frames in the bytes of a serial line (pdt-radio.md section 2.5). Whatever does not verify costs one byte, never the
/// buffer: a true start may stand inside. Append what came, then ask for items until there is none; when no byte came for
/// <see cref="Patience"/> while <see cref="IsPartial"/>, call <see cref="GiveUp"/> and ask again.
/// </summary>
public sealed class HrnpReader
{
    /// <summary>How long the rest of a frame is waited for after the last byte.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Most bytes held; more than the longest frame and any single read of a driver.</summary>
    public const int MostHeld = 64 * 1024;

    private byte[] _held = new byte[4096];
    private int _start;
    private int _end;
    private bool _lost;
    private bool _quiet;
    private bool _overflow;

    /// <summary>Whether the bytes held begin a frame whose rest is due. Asked after <see cref="TryNext"/> gave nothing.</summary>
    public bool IsPartial => _end > _start;

    /// <summary>Bytes that belonged to no frame, since the beginning.</summary>
    public long Skipped { get; private set; }

    /// <summary>Takes bytes over, in pieces of any size.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        _quiet = false;
        if (bytes.Length > MostHeld)
        {
            Overflow(bytes.Length - MostHeld);
            bytes = bytes[^MostHeld..];
        }

        int excess = _end - _start + bytes.Length - MostHeld;
        if (excess > 0)
        {
            Overflow(excess);
            _start += excess;
        }

        MakeRoom(bytes.Length);
        bytes.CopyTo(_held.AsSpan(_end));
        _end += bytes.Length;
    }

    /// <summary>The line is quiet: a frame that is not whole now never will be. Cleared by the next byte.</summary>
    public void GiveUp() => _quiet = true;

    /// <summary>Forgets everything held, for a line that was opened anew.</summary>
    public void Reset() => (_start, _end, _lost, _quiet, _overflow) = (0, 0, false, false, false);

    /// <returns>False when more bytes are needed.</returns>
    public bool TryNext(out HrnpItem item)
    {
        if (_overflow)
        {
            _overflow = false;
            _lost = true;
            item = new HrnpItem(null, HyteraFaults.HrnpOverflow, default);
            return true;
        }

        while (_end > _start)
        {
            var candidate = _held.AsSpan(_start, _end - _start);
            string? fault = HrnpFrame.HeadFault(candidate);
            bool whole = fault is null && HrnpFrame.LengthIn(candidate) <= candidate.Length;
            if (!whole && !_quiet && fault is null or HyteraFaults.HrnpCut)
            {
                break;
            }

            if (whole && Whole(candidate[..HrnpFrame.LengthIn(candidate)], out item))
            {
                return true;
            }

            if (!whole && Drop(candidate, fault ?? HyteraFaults.HrnpCut, out item))
            {
                return true;
            }
        }

        item = default;
        return false;
    }

    private bool Whole(ReadOnlySpan<byte> bytes, out HrnpItem item)
    {
        var frame = HrnpFrame.ReadWhole(bytes, out string? fault);
        item = new HrnpItem(frame, fault, bytes.ToArray());
        _lost = frame is null;
        Skipped += frame is null ? 1 : 0;
        _start += frame is null ? 1 : bytes.Length;
        return true;
    }

    // One run of bytes that make no frame is one fault, named by what stood where a frame was due.
    private bool Drop(ReadOnlySpan<byte> candidate, string fault, out HrnpItem item)
    {
        bool first = !_lost;
        item = first ? new HrnpItem(null, fault, candidate[..Math.Min(candidate.Length, HrnpFrame.HeadLength)].ToArray()) : default;
        int next = candidate[1..].IndexOf(HrnpFrame.Start);
        int dropped = next < 0 ? candidate.Length : next + 1;
        (_lost, _start, Skipped) = (true, _start + dropped, Skipped + dropped);
        return first;
    }

    private void Overflow(int dropped) => (_overflow, Skipped) = (true, Skipped + dropped);

    private void MakeRoom(int more)
    {
        if (_end + more <= _held.Length)
        {
            return;
        }

        var held = _held.AsSpan(_start, _end - _start);
        var room = held.Length + more <= _held.Length ? _held : new byte[Math.Min(MostHeld, Math.Max(held.Length + more, 2 * _held.Length))];
        held.CopyTo(room);
        (_held, _end, _start) = (room, held.Length, 0);
    }
}
