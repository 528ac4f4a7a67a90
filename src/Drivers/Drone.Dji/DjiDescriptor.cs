using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>What the gateway knows of this driver.</summary>
internal static class DjiDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        DjiMapping.DriverName,
        "Drone.Dji",
        [DronePositionBody.KindName, DroneStateBody.KindName, DockStateBody.KindName, DroneAlarmBody.KindName, DroneCaptureBody.KindName, DroneMessageBody.KindName],
        DjiSettings.Read,
        (context, options) => new DjiDriver(context, options),
        decoders: [new DjiDecoder(TimeProvider.System)],
        commands: DjiCommands.Names);
}
