namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// Counts what got lost of one link by the counters of the frames, for each system and component (drone.md section 1.5). A vehicle that starts
/// anew counts from zero again: what its jump back looked like is taken back once <see cref="Restarted"/> says so.
/// </summary>
public sealed class MavLoss
{
    /// <summary>Datagrams overtake each other: a counter that is behind by up to that much was counted as lost, and was only late.</summary>
    private const int MostBehind = 8;

    private readonly Dictionary<int, Source> _sources = [];

    /// <summary>Frames lost of all senders.</summary>
    public long Lost => _sources.Values.Sum(source => source.Lost);

    /// <summary>Frames that came twice in a row.</summary>
    public long Repeated { get; private set; }

    /// <summary>Frames lost of all components of a system.</summary>
    public long LostOf(byte system) => _sources.Where(source => source.Key >> 8 == system).Sum(source => source.Value.Lost);

    /// <summary>Counts a frame.</summary>
    /// <returns>False for one that came already: same counter, same checksum as the one before.</returns>
    public bool See(in MavFrame frame)
    {
        int key = frame.System << 8 | frame.Component;
        (byte sequence, ushort checksum) = (frame.Sequence, frame.Checksum);
        if (!_sources.TryGetValue(key, out var last))
        {
            _sources[key] = new Source(sequence, checksum, 0, 0);
            return true;
        }

        if (last.Sequence == sequence && last.Checksum == checksum)
        {
            Repeated++;
            return false;
        }

        int gap = (byte)(sequence - last.Sequence - 1);
        if (gap >= byte.MaxValue - MostBehind)
        {
            _sources[key] = last with { Lost = Math.Max(last.Lost - 1, 0) };
            return true;
        }

        int jump = gap > 0 && sequence < last.Sequence ? gap : last.Jump;
        _sources[key] = new Source(sequence, checksum, last.Lost + gap, jump);
        return true;
    }

    /// <summary>A system started anew: its last jump back was no loss.</summary>
    public void Restarted(byte system)
    {
        foreach (int key in _sources.Keys.Where(key => key >> 8 == system).ToArray())
        {
            var source = _sources[key];
            _sources[key] = source with { Lost = source.Lost - source.Jump, Jump = 0 };
        }
    }

    /// <summary>A system did not start anew since: its jumps so far were losses.</summary>
    public void GoesOn(byte system)
    {
        foreach (int key in _sources.Keys.Where(key => key >> 8 == system && _sources[key].Jump > 0).ToArray())
        {
            _sources[key] = _sources[key] with { Jump = 0 };
        }
    }

    private readonly record struct Source(byte Sequence, ushort Checksum, long Lost, int Jump);
}
