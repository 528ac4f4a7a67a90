using System.Net;
using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Where each system is, and who may speak for it. On an open port an address is no proof, so a system that is being heard keeps its address: from
/// another one it is only believed when the first has been silent. One that the site has pinned has no other.
/// </summary>
/// <param name="fleet">Which addresses are pinned.</param>
/// <param name="silence">How long the old address must be silent.</param>
/// <param name="make">Makes the writer of a new route.</param>
internal sealed class MavlinkRoutes(Fleet fleet, TimeSpan silence, Func<IPEndPoint, MavlinkRoute> make)
{
    public const string OtherAddress = "other-address";

    private readonly Lock _gate = new();
    private readonly Dictionary<byte, Peer> _peers = [];

    /// <summary>Whether the site says that it is at another address.</summary>
    public bool IsPinnedElsewhere(byte system, IPEndPoint from) => fleet.Known(system)?.From is { } pinned && !pinned.Equals(from.Address);

    /// <param name="system">Who speaks.</param>
    /// <param name="from">From where.</param>
    /// <param name="at">When.</param>
    /// <param name="isProven">Whether a signature says that it is so: then it may have several ways, and the newest one is answered.</param>
    /// <returns>Null when it may not speak for this system from there.</returns>
    public MavlinkRoute? Take(byte system, IPEndPoint from, TimeSpan at, bool isProven)
    {
        lock (_gate)
        {
            if (!_peers.TryGetValue(system, out var peer))
            {
                _peers[system] = peer = new Peer(RouteOf(from), at);
            }
            else if (!peer.Route.To.Equals(from))
            {
                // The same machine behind another port is one whose network renewed its mapping.
                bool isBelieved = isProven || peer.Route.To.Address.Equals(from.Address) || at - peer.Heard > silence;
                peer.Route = isBelieved ? RouteOf(from) : peer.Route;
                if (!isBelieved)
                {
                    return null;
                }
            }

            peer.Heard = at;
            return peer.Route;
        }
    }

    public MavlinkRoute? Find(byte system)
    {
        lock (_gate)
        {
            return _peers.GetValueOrDefault(system)?.Route;
        }
    }

    /// <summary>Systems behind one address are behind one link.</summary>
    private MavlinkRoute RouteOf(IPEndPoint to) => _peers.Values.FirstOrDefault(peer => peer.Route.To.Equals(to))?.Route ?? make(to);

    private sealed class Peer(MavlinkRoute route, TimeSpan heard)
    {
        public MavlinkRoute Route { get; set; } = route;

        public TimeSpan Heard { get; set; } = heard;
    }
}
