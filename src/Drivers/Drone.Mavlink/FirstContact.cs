using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What a vehicle is asked when it comes online (drone.md section 1.6). Nothing of it is needed to be watched: one that does not answer is left in peace.</summary>
internal sealed class FirstContact(DriverContext context, MavlinkOptions options, OrderDesk desk)
{
    /// <summary>Five a second let the site's rules see in time that a fence is left.</summary>
    private static readonly TimeSpan s_position = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan s_others = TimeSpan.FromSeconds(1);

    private static readonly int[] s_asked = [AutopilotVersion.MsgId, HomePosition.MsgId];

    private static readonly int[] s_wanted =
    [
        GlobalPositionInt.MsgId, Attitude.MsgId, GpsRawInt.MsgId, SysStatus.MsgId, BatteryStatus.MsgId, ExtendedSysState.MsgId, MissionCurrent.MsgId, HomePosition.MsgId,
    ];

    public async Task RunAsync(Vehicle vehicle, CancellationToken ct)
    {
        var to = new MavTarget(vehicle.System, vehicle.Component);
        var requests = options.Self.Identity ? s_asked.Select(message => (message, Request(message))) : [];
        var intervals = options.Self.Intervals ? s_wanted.Select(message => (message, Interval(message))) : [];
        await AskAsync(vehicle, to, requests, ct).ConfigureAwait(false);
        await AskAsync(vehicle, to, intervals, ct).ConfigureAwait(false);
    }

    private async Task AskAsync(Vehicle vehicle, MavTarget to, IEnumerable<(int Message, MavOrder Order)> orders, CancellationToken ct)
    {
        foreach (var (message, order) in orders)
        {
            var end = await desk.AskAsync(to, order, ct).ConfigureAwait(false);
            if (end.Result != MavResults.Accepted)
            {
                MavlinkLog.NotTold(context.Log, context.Device, vehicle.Name, message, end.Result ?? -1);
            }

            // Whoever does not know the command, or never answers, will not with the next message either.
            if (end.Result is null or MavResults.Unsupported)
            {
                return;
            }
        }
    }

    private static MavOrder Request(int message) => new(MavOrder.RequestMessage) { Param1 = message };

    private MavOrder Interval(int message)
    {
        var every = message == GlobalPositionInt.MsgId ? Shorter(s_position, options.Pace.Every) : message == HomePosition.MsgId ? options.Pace.Report : s_others;
        return new MavOrder(MavOrder.SetMessageInterval) { Param1 = message, Param2 = (float)(every.TotalMilliseconds * 1000) };
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
