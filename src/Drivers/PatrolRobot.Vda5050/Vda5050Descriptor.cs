using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.PatrolRobot.Vda5050;

/// <summary>What the gateway knows of this driver.</summary>
internal static class Vda5050Descriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        Vda5050Mapping.DriverName,
        "PatrolRobot.Vda5050",
        [RobotStateBody.KindName, DroneAlarmBody.KindName, DroneMessageBody.KindName],
        Vda5050Settings.Read,
        (context, options) => new Vda5050Driver(context, options),
        commands: RobotCommands.Names);
}
