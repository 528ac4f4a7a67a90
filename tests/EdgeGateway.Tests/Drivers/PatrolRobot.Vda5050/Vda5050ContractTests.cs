using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

public sealed class Vda5050ContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new RobotRig();
}
