using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What the gateway knows of this driver.</summary>
internal static class MavlinkDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        MavlinkMapping.DriverName,
        "Drone.Mavlink",
        [
            DronePositionBody.KindName, DroneStateBody.KindName, DroneAlarmBody.KindName, DroneMessageBody.KindName, DroneCaptureBody.KindName, DroneRemoteIdBody.KindName,
        ],
        MavlinkSettings.Read,
        (context, options) => new MavlinkDriver(context, options),
        commands: DroneCommands.Names,
        decoders: [new MavlinkDecoder(TimeProvider.System)]);
}
