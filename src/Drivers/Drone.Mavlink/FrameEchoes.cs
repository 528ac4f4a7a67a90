using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Knows the last frames of one component, since networks deliver twice and out of order: a second copy is no second event.</summary>
internal sealed class FrameEchoes
{
    private const int Most = 16;

    /// <summary>What comes later than that was not overtaken, and is no copy: its sender counts anew, or does not count and says the same again.</summary>
    private static readonly TimeSpan s_apart = TimeSpan.FromMilliseconds(500);

    private readonly (int Mark, TimeSpan At)[] _last = new (int, TimeSpan)[Most];
    private int _next;
    private int _count;
    private byte _newest;
    private TimeSpan _newestAt;

    /// <summary>Whether a frame was overtaken on the way: its counter lies a little behind the newest one.</summary>
    public bool IsLate(in MavFrame frame, TimeSpan at)
    {
        bool isLate = _count > 0 && (byte)(_newest - frame.Sequence) is > 0 and <= Most && at - _newestAt <= s_apart;
        (_newest, _newestAt) = isLate ? (_newest, _newestAt) : (frame.Sequence, at);
        return isLate;
    }

    /// <returns>True for a copy of one of the last frames: same counter, same checksum.</returns>
    public bool IsEcho(in MavFrame frame, TimeSpan at)
    {
        int mark = frame.Sequence << 16 | frame.Checksum;
        foreach (var known in _last.AsSpan(0, _count))
        {
            if (known.Mark == mark && at - known.At <= s_apart)
            {
                return true;
            }
        }

        _last[_next] = (mark, at);
        _next = (_next + 1) % Most;
        _count = Math.Min(_count + 1, Most);
        return false;
    }
}
