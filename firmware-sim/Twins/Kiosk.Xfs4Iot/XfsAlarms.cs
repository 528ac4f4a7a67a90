using System.Collections.Concurrent;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>
/// Which alarms a gateway could not miss. It has noticed what it was told of on a link on which it knows all of the service, and which lived a while
/// longer: what it heard in the moment in which it was killed it may not have kept.
/// </summary>
internal sealed class XfsAlarms(XfsTruth truth, TimeProvider time)
{
    /// <summary>Long enough for a gateway to keep what it heard.</summary>
    private static readonly TimeSpan s_kept = TimeSpan.FromMilliseconds(1500);

    /// <summary>So often an alarm comes and goes at once within ten minutes and a bit; beyond that a gateway may tell its end late, and leave out that it came and went meanwhile.</summary>
    private const int MostBegins = 6;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(11);

    /// <summary>So long such an alarm must be over at the latest until its end is told.</summary>
    private static readonly TimeSpan s_still = TimeSpan.FromMinutes(3);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Service, string Alarm), Standing> _standing = [];

    /// <summary>An alarm begins or ends; call before the clients are told.</summary>
    public void Turn(XfsService service, string alarm, bool active)
    {
        lock (_gate)
        {
            if (!_standing.TryGetValue((service.Name, alarm), out Standing? known))
            {
                _standing[(service.Name, alarm)] = known = new Standing();
            }

            if (known.Active == active)
            {
                return;
            }

            Close(service.Name, alarm, known);
            DateTimeOffset now = time.GetUtcNow();
            known.Turn(active, now);
            known.Heard.Clear();
            foreach (XfsClient client in service.Clients.Where(static client => client.KnowsAll))
            {
                known.Heard[client] = now;
            }
        }
    }

    /// <summary>A client was given everything of a service.</summary>
    public void Told(XfsService service, XfsClient client)
    {
        lock (_gate)
        {
            foreach (Standing standing in _standing.Where(one => one.Key.Service == service.Name).Select(static one => one.Value))
            {
                standing.Heard.TryAdd(client, time.GetUtcNow());
            }
        }
    }

    /// <summary>Called often: what was heard long enough ago is sure.</summary>
    /// <returns>True when nothing is open that will be sure soon.</returns>
    public bool Look()
    {
        lock (_gate)
        {
            foreach (((string service, string alarm), Standing standing) in _standing.Where(static one => one.Value.IsOpen))
            {
                TimeSpan due = standing.MayWait ? s_still : s_kept;
                if (standing.Heard.Any(heard => heard.Key.IsOpen && time.GetUtcNow() - heard.Value >= due))
                {
                    bool sure = standing.Active != standing.Known;
                    truth.Alarm(service, alarm, standing.Active, sure);
                    (standing.Known, standing.IsOpen) = (sure ? standing.Active : standing.Known, false);
                }
            }

            return _standing.Values.All(static one => !one.IsOpen || one.MayWait);
        }
    }

    /// <summary>A technician is there: what nobody has told of such a service until now need not be told any more.</summary>
    public void Hush(XfsService service)
    {
        lock (_gate)
        {
            foreach (((_, string alarm), Standing standing) in _standing.Where(one => one.Key.Service == service.Name && one.Value.Active))
            {
                Close(service.Name, alarm, standing);
            }
        }
    }

    /// <summary>Nothing comes after this: what nobody is sure of yet may have been noticed or not.</summary>
    public void End()
    {
        lock (_gate)
        {
            foreach (((string service, string alarm), Standing standing) in _standing)
            {
                Close(service, alarm, standing);
            }
        }
    }

    /// <summary>What nobody could be sure of until now nobody will be.</summary>
    private void Close(string service, string alarm, Standing standing)
    {
        if (standing.IsOpen)
        {
            truth.Alarm(service, alarm, standing.Active, sure: false);
            standing.IsOpen = false;
        }
    }

    private sealed class Standing
    {
        private readonly Queue<DateTimeOffset> _begins = new();

        public bool Active { get; private set; }

        /// <summary>Nothing was noted yet of how it is now.</summary>
        public bool IsOpen { get; set; }

        /// <summary>It is an end that a gateway may tell late.</summary>
        public bool MayWait { get; private set; }

        /// <summary>How it was when a gateway last could be sure.</summary>
        public bool Known { get; set; }

        /// <summary>Who heard how it is now, and when first.</summary>
        public ConcurrentDictionary<XfsClient, DateTimeOffset> Heard { get; } = new();

        public void Turn(bool active, DateTimeOffset now)
        {
            if (active)
            {
                _begins.Enqueue(now);
            }

            while (_begins.TryPeek(out DateTimeOffset oldest) && now - oldest >= s_window)
            {
                _begins.Dequeue();
            }

            (Active, IsOpen, MayWait) = (active, true, !active && _begins.Count > MostBegins);
        }
    }
}
