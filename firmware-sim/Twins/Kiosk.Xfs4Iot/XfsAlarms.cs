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

    /// <summary>What comes back so soon after its end may be taken for a contact that chatters, and not be told at all.</summary>
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(15);

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
            (known.Active, known.IsOpen, known.MayBeHeldBack) = (active, true, active && now - known.Ended < s_again);
            known.Ended = active ? known.Ended : now;
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
    /// <returns>True when nothing is open.</returns>
    public bool Look()
    {
        lock (_gate)
        {
            foreach (((string service, string alarm), Standing standing) in _standing.Where(static one => one.Value.IsOpen))
            {
                if (standing.Heard.Any(heard => heard.Key.IsOpen && time.GetUtcNow() - heard.Value >= s_kept))
                {
                    bool sure = standing.Active != standing.Known && !standing.MayBeHeldBack;
                    truth.Alarm(service, alarm, standing.Active, sure);
                    (standing.Known, standing.IsOpen) = (sure ? standing.Active : standing.Known, false);
                }
            }

            return _standing.Values.All(static one => !one.IsOpen);
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
        public bool Active { get; set; }

        /// <summary>Nothing was noted yet of how it is now.</summary>
        public bool IsOpen { get; set; }

        /// <summary>It came back soon after its end.</summary>
        public bool MayBeHeldBack { get; set; }

        /// <summary>When it last ended.</summary>
        public DateTimeOffset Ended { get; set; }

        /// <summary>How it was when a gateway last could be sure.</summary>
        public bool Known { get; set; }

        /// <summary>Who heard how it is now, and when first.</summary>
        public ConcurrentDictionary<XfsClient, DateTimeOffset> Heard { get; } = new();
    }
}
