namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// Finds frames in bytes that were cut and joined anywhere, and in datagrams (drone.md section 1.5). After a frame that is rejected the
/// search goes on right behind its start byte, since start bytes occur inside payloads. One damaged place is told once: faults within
/// the length that a rejected frame claimed are not told again. Keeps at most one unfinished frame; not for use by two threads at once.
/// </summary>
public sealed class MavStreamReader
{
    /// <summary>Most bytes that may be added at once: the longest datagram.</summary>
    public const int LongestPart = 65_536;

    private byte[] _buffer = new byte[2048];
    private int _at;
    private int _end;
    private int _taken;
    private int _toldUntil;
    private bool _isOver;
    private bool _isIdle;
    private long _frames, _unknown, _faults, _crc, _incompatible, _cutOff, _skipped;

    public MavCounters Counters => new(_frames, _unknown, _faults, _crc, _incompatible, _cutOff, _skipped);

    /// <summary>Adds what came of a stream. Read with <see cref="TryRead"/> until there is nothing more before adding again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="LongestPart"/>.</exception>
    /// <exception cref="InvalidOperationException">What was added before was not read.</exception>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, LongestPart);
        if (_end - _at > LongestPart)
        {
            throw new InvalidOperationException("read before adding more");
        }

        MakeRoom(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
        _isOver = _isIdle = false;
    }

    /// <summary>Adds a datagram: frames do not go on in the next one, so what is cut off at its end is dropped and counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="LongestPart"/>.</exception>
    public void AddDatagram(ReadOnlySpan<byte> datagram)
    {
        Add(datagram);
        End();
    }

    /// <summary>Nothing more comes: the link was closed, or the recording is over.</summary>
    public void End() => _isOver = true;

    /// <summary>
    /// Nothing came for a while: an unfinished frame inside which a whole one lies was a false start, and is dropped and counted; one in which there is none may go on.
    /// </summary>
    public void Idle() => _isIdle = true;

    /// <summary>Forgets what was begun, for a new connection; the counters stay.</summary>
    public void Reset()
    {
        (_at, _end, _taken, _toldUntil) = (0, 0, 0, 0);
        _isOver = _isIdle = false;
    }

    /// <param name="item">The next frame or fault; a frame lies in this reader and is overwritten by the next bytes that are added.</param>
    /// <returns>False when more bytes are needed.</returns>
    public bool TryRead(out MavItem item)
    {
        while (FindStart())
        {
            var verdict = Judge(out var definition);
            if (verdict is MavVerdict.Whole or MavVerdict.Unknown)
            {
                item = new MavItem(Take(definition), null);
                return true;
            }

            if (verdict == MavVerdict.Incomplete && !_isOver && !(_isIdle && HoldsAFrame(_at + 1, _end)))
            {
                break;
            }

            if (Reject(verdict) is { } fault)
            {
                item = new MavItem(default, fault);
                return true;
            }
        }

        item = default;
        return false;
    }

    private bool FindStart()
    {
        int found = _buffer.AsSpan(_at, _end - _at).IndexOfAny(MavFrame.StartV1, MavFrame.StartV2);
        Skip(found < 0 ? _end - _at : found);
        return found >= 0;
    }

    private void Skip(int count)
    {
        _skipped += Math.Max(_at + count - Math.Max(_at, _taken), 0);
        _at += count;
    }

    private MavVerdict Judge(out MavDefinition? definition)
    {
        var rest = _buffer.AsSpan(_at, _end - _at);
        var verdict = MavHeader.Judge(rest, out definition);
        if (_at < _taken)
        {
            return verdict == MavVerdict.Whole || MayProveItself(verdict, rest, definition) ? verdict : MavVerdict.Untrusted;
        }

        return verdict switch
        {
            MavVerdict.Whole when IsSignatureOfOthers() => MavVerdict.Crc,
            MavVerdict.Unknown when !IsTrusted() => MavVerdict.Untrusted,
            _ => verdict,
        };
    }

    private MavFrame Take(MavDefinition? definition)
    {
        int total = MavHeader.Total(_buffer.AsSpan(_at));
        var frame = new MavFrame(_buffer.AsMemory(_at, total), definition);
        int doubtful = definition is null ? total - 1 : frame.IsSigned ? MavFrame.SignatureLength : 0;
        _taken = _toldUntil = _at + total;
        _at = FirstUnfinished(_taken - doubtful, _taken);
        _frames += definition is null ? 0 : 1;
        _unknown += definition is null ? 1 : 0;
        return frame;
    }

    /// <summary>
    /// Bytes that no checksum covers may be the beginning of a frame whose end did not come yet. The frame that has them is not held
    /// back for that, but the search goes on there, for frames that prove themselves and without a word of others.
    /// </summary>
    private int FirstUnfinished(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            var rest = _buffer.AsSpan(at, _end - at);
            if (MavHeader.IsStart(rest[0]) && MayProveItself(MavHeader.Judge(rest, out var definition), rest, definition))
            {
                return at;
            }
        }

        return to;
    }

    private static bool MayProveItself(MavVerdict verdict, ReadOnlySpan<byte> rest, MavDefinition? definition) =>
        verdict == MavVerdict.Incomplete && (definition is not null || rest.Length < MavHeader.Size(rest));

    /// <summary>
    /// An unknown id has no checksum to prove its length. It counts when the next frame begins behind it, or nothing came yet, and
    /// when no frame that does prove itself lies inside.
    /// </summary>
    private bool IsTrusted()
    {
        int next = _at + MavHeader.Total(_buffer.AsSpan(_at));
        if (next < _end && !MavHeader.IsStart(_buffer[next]))
        {
            return false;
        }

        return !HoldsAFrame(_at + 1, next);
    }

    /// <summary>The checksum does not cover the signature: of a frame that is cut off there the next one would be taken for it.</summary>
    private bool IsSignatureOfOthers()
    {
        var rest = _buffer.AsSpan(_at, _end - _at);
        int end = _at + MavHeader.Total(rest);
        return MavHeader.IsSigned(rest) && HoldsAFrame(end - MavFrame.SignatureLength, end);
    }

    /// <summary>Whether a frame that proves itself begins there.</summary>
    private bool HoldsAFrame(int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (MavHeader.IsStart(_buffer[at]) && MavHeader.Judge(_buffer.AsSpan(at, _end - at), out _) == MavVerdict.Whole)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The fault, or null when it belongs to damage that was told already.</returns>
    private string? Reject(MavVerdict verdict)
    {
        bool isTold = _at < _toldUntil;
        var rest = _buffer.AsSpan(_at, _end - _at);
        int claimed = verdict == MavVerdict.Incomplete ? rest.Length : Math.Min(rest.Length, rest.Length < 3 ? 1 : MavHeader.Total(rest));
        _toldUntil = Math.Max(_toldUntil, _at + (isTold ? 0 : claimed));
        Skip(1);
        return isTold ? null : Count(verdict);
    }

    private string Count(MavVerdict verdict)
    {
        _faults++;
        switch (verdict)
        {
            case MavVerdict.Incomplete:
                _cutOff++;
                return MavFaults.CutOff;
            case MavVerdict.Crc:
                _crc++;
                return MavFaults.Crc;
            case MavVerdict.Incompatible:
                _incompatible++;
                return MavFaults.Incompatible;
            default:
                return verdict switch { MavVerdict.Length => MavFaults.Length, MavVerdict.Source => MavFaults.Source, _ => MavFaults.UnknownMessage };
        }
    }

    private void MakeRoom(int more)
    {
        if (_at > 0)
        {
            _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
            (_toldUntil, _taken, _end, _at) = (Math.Max(_toldUntil - _at, 0), Math.Max(_taken - _at, 0), _end - _at, 0);
        }

        if (_end + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + more));
        }
    }
}
