using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// How many readings the next batch may hold. A batch that the broker cannot take is halved, down to a single reading,
/// which then goes by itself and is parked if it is the one; after that batches grow again.
/// </summary>
public sealed class BatchLimit
{
    /// <summary>So many batches are taken before one larger than what was refused for its size is tried again.</summary>
    private const int Trust = 64;

    private readonly Lock _gate = new();
    private int _most = BatchWriter.MostReadings;
    private int _ceiling = BatchWriter.MostReadings;
    private int _inARow;

    /// <summary>0: the next reading goes by itself.</summary>
    public int Most
    {
        get
        {
            lock (_gate)
            {
                return _most;
            }
        }
    }

    /// <param name="lastLinkTookNothing">The last link ended on a batch and had taken none, perhaps because of its size: MQTT 3.1.1 has no other answer.</param>
    public void Begin(bool lastLinkTookNothing)
    {
        lock (_gate)
        {
            int most = Math.Max(_most, 1);
            (_ceiling, _inARow) = (lastLinkTookNothing ? Math.Max(1, most / 2) : BatchWriter.MostReadings, 0);
            _most = Math.Min(most, _ceiling);
        }
    }

    public void Taken()
    {
        lock (_gate)
        {
            bool trusted = ++_inARow % Trust == 0;
            _ceiling = Math.Min(BatchWriter.MostReadings, trusted ? _ceiling * 2 : _ceiling);
            _most = Math.Min(_ceiling, Math.Max(1, _most * 2));
        }
    }

    /// <summary>One that went by itself is out of the way: if it spoiled its batch, batches may grow again.</summary>
    public void SingleDone()
    {
        lock (_gate)
        {
            (_most, _ceiling) = _most == 0 ? (1, BatchWriter.MostReadings) : (_most, _ceiling);
        }
    }

    /// <summary>The broker cannot take it, for whatever one of them holds.</summary>
    public void Refused(int readings)
    {
        lock (_gate)
        {
            (_most, _inARow) = (Math.Min(_most, readings / 2), 0);
        }
    }

    /// <summary>Too many bytes: for a while no batch grows beyond what may fit.</summary>
    public void TooLarge(int readings)
    {
        Refused(readings);
        lock (_gate)
        {
            _ceiling = Math.Max(1, Math.Min(_ceiling, readings / 2));
        }
    }
}
