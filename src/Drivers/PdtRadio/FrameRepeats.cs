namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// Frames that the peer sends again with the same number because our acknowledgement was late or got lost
/// (pdt-radio.md section 2.4 and Q4). One conversation, one thread at a time.
/// </summary>
/// <param name="time">Whose clock measures the age.</param>
public sealed class FrameRepeats(TimeProvider time)
{
    private const int Remembered = 16;

    private static readonly TimeSpan s_span = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<Frame> _frames = [];

    /// <param name="key">Source, number and checksum, or what stands for them.</param>
    public FrameVerdict Judge(FrameKey key)
    {
        lock (_gate)
        {
            Forget();
            if (_frames.FirstOrDefault(frame => frame.Key == key) is { } known)
            {
                return known.Safe ? FrameVerdict.AlreadySafe : FrameVerdict.UnderWay;
            }

            _frames.Add(new Frame(key, time.GetTimestamp()));
            return FrameVerdict.New;
        }
    }

    /// <summary>It may be acknowledged again without being looked at.</summary>
    public void IsSafe(FrameKey key)
    {
        lock (_gate)
        {
            if (_frames.FirstOrDefault(frame => frame.Key == key) is { } known)
            {
                known.Safe = true;
            }
        }
    }

    /// <summary>It did not become safe: the next copy is taken as the first.</summary>
    public void Failed(FrameKey key)
    {
        lock (_gate)
        {
            _frames.RemoveAll(frame => frame.Key == key);
        }
    }

    /// <summary>The peer counts from the beginning again.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _frames.Clear();
        }
    }

    /// <remarks>What is under way stays known however old it is: its end is what a repeat must wait for.</remarks>
    private void Forget()
    {
        _frames.RemoveAll(frame => frame.Safe && time.GetElapsedTime(frame.Since) > s_span);
        int tooMany = _frames.Count(frame => frame.Safe) - Remembered;
        for (int i = 0; tooMany > 0 && i < _frames.Count;)
        {
            if (_frames[i].Safe)
            {
                _frames.RemoveAt(i);
                tooMany--;
            }
            else
            {
                i++;
            }
        }
    }

    private sealed class Frame(FrameKey key, long since)
    {
        public FrameKey Key { get; } = key;

        public long Since { get; } = since;

        public bool Safe { get; set; }
    }
}

/// <summary>What a repeat of a frame has in common with the first.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="Number">Of the transport.</param>
/// <param name="Digest">Of its bytes.</param>
public readonly record struct FrameKey(int Source, ushort Number, ulong Digest);

/// <summary>What to do with a frame.</summary>
public enum FrameVerdict
{
    /// <summary>Deliver it, then acknowledge it.</summary>
    New,

    /// <summary>A repeat of one that is not safe yet: the acknowledgement of the first is on its way.</summary>
    UnderWay,

    /// <summary>A repeat of one that is safe: acknowledge it, deliver nothing.</summary>
    AlreadySafe,
}
