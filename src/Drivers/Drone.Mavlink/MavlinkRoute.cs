using System.Net;
using EdgeGateway.Protocol.Mavlink;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>One far end: its address, and the frames that go there.</summary>
/// <param name="to">Where.</param>
/// <param name="writer">Counts and signs what is sent there.</param>
/// <param name="mayFallBack">False on a signed link: version 1 has no signatures.</param>
internal sealed class MavlinkRoute(IPEndPoint to, MavWriter writer, bool mayFallBack)
{
    /// <summary>So long nothing but version 1: there is nobody who speaks the other one. Autopilots that change over when they hear it have heard us by then.</summary>
    public static readonly TimeSpan FallBackAfter = TimeSpan.FromSeconds(3);

    private TimeSpan? _onlyV1Since;

    public IPEndPoint To => to;

    public MavWriter Writer => writer;

    /// <summary>Whether it is clear which version is understood there.</summary>
    public bool IsDecided { get; private set; }

    /// <summary>A frame came from there (drone.md section 1.1).</summary>
    public void Note(MavVersion version, TimeSpan at)
    {
        if (version == MavVersion.V2)
        {
            (_onlyV1Since, IsDecided, writer.Version) = (null, true, MavVersion.V2);
            return;
        }

        _onlyV1Since ??= at;
        if (mayFallBack && at - _onlyV1Since >= FallBackAfter)
        {
            (IsDecided, writer.Version) = (true, MavVersion.V1);
        }
    }
}
