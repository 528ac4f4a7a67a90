using System.Net;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Decides whether a frame counts, before anything of it is used: who it says it is, its signature, where it came from, whether it came already.</summary>
internal sealed class FrameGate(DriverContext context, MavlinkSelf self, Fleet fleet, MavlinkRoutes routes, SigningDesk? signing)
{
    private const int MostUnknown = 64;

    /// <summary>Components whose last frames are known: more than real ones, fewer than a stranger can invent.</summary>
    private const int MostSources = 1024;

    private readonly Dictionary<int, FrameEchoes> _echoes = [];
    private readonly HashSet<int> _unknown = [];

    /// <summary>What got lost on the way.</summary>
    public MavLoss Loss { get; } = new();

    /// <returns>Where its sender is; null when it does not count.</returns>
    public MavlinkRoute? Take(in MavFrame frame, IPEndPoint from, TimeSpan at)
    {
        // Before the signature, whose time is used up by being judged.
        if ((routes.IsPinnedElsewhere(frame.System, from) ? MavlinkRoutes.OtherAddress : Refuses(frame)) is { } why)
        {
            context.Watch.Fault(FaultKind.Garbled, why);
            return null;
        }

        if (routes.Take(frame.System, from, at, signing is not null && frame.IsSigned) is not { } route)
        {
            context.Watch.Fault(FaultKind.Garbled, MavlinkRoutes.OtherAddress);
            return null;
        }

        context.Watch.Heard();
        route.Note(frame.Version, at);
        return IsNews(frame, at) ? route : null;
    }

    private string? Refuses(in MavFrame frame) =>
        frame.System == self.System && frame.Component == self.Component ? LinkFaults.OwnIds
        : !fleet.Admits(frame.System) ? LinkFaults.UnknownVehicle
        : signing?.Refuses(frame);

    private bool IsNews(in MavFrame frame, TimeSpan at)
    {
        int source = frame.System << 8 | frame.Component;
        if (!_echoes.TryGetValue(source, out var echoes))
        {
            if (_echoes.Count >= MostSources)
            {
                _echoes.Clear();
            }

            _echoes[source] = echoes = new FrameEchoes();
        }

        bool isLate = echoes.IsLate(frame, at);
        if (echoes.IsEcho(frame, at))
        {
            return false;
        }

        if (!isLate && fleet.Find(frame.System) is not null)
        {
            Loss.See(frame);
        }

        if (frame.Definition is null && _unknown.Count < MostUnknown && _unknown.Add(frame.MessageId))
        {
            context.Watch.Fault(FaultKind.Unsupported, LinkFaults.UnknownMessage);
        }

        return frame.Definition is not null && !(isLate && IsState(frame.MessageId));
    }

    /// <summary>Of what only the newest counts: what was overtaken is over.</summary>
    private static bool IsState(int message) => message is Heartbeat.MsgId or ExtendedSysState.MsgId or SysStatus.MsgId or BatteryStatus.MsgId or GlobalPositionInt.MsgId or GpsRawInt.MsgId;
}
