namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Finds the message that ends the link: MQTT 3.1.1 has no other way to refuse one (section 3.3.5), and it would end
/// every next link as well. After a few links that took nothing of the lane, its readings go one at a time; one that
/// ends the link alone, again and again while the link took other messages, is poison.
/// </summary>
/// <param name="limits">Its bounds.</param>
public sealed class LinkBreaks(ForwarderLimits limits)
{
    public const string Why = "the broker closes the link whenever it is sent";

    private readonly Lock _gate = new();
    private int _barren;
    private bool _sent;
    private bool _taken;
    private long _suspect;
    private int _ends;

    /// <summary>True: one at a time.</summary>
    public bool Careful
    {
        get
        {
            lock (_gate)
            {
                return _barren >= limits.BarrenLinks;
            }
        }
    }

    /// <summary>A new link.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _barren += _sent && !_taken ? 1 : 0;
            (_sent, _taken) = (false, false);
        }
    }

    public bool IsPoison(long position)
    {
        lock (_gate)
        {
            return _suspect == position && _ends >= limits.PoisonLinks;
        }
    }

    /// <summary>The broker answered, whatever it said.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            (_sent, _taken, _barren) = (true, true, 0);
        }
    }

    /// <summary>The link ended instead of an answer.</summary>
    /// <param name="position">What was sent.</param>
    /// <param name="tookOthers">True when the same link took anything else.</param>
    public void Broke(long position, bool tookOthers)
    {
        lock (_gate)
        {
            _sent = true;
            if (tookOthers && _barren >= limits.BarrenLinks)
            {
                _ends = _suspect == position ? _ends + 1 : 1;
                _suspect = position;
            }
        }
    }
}
