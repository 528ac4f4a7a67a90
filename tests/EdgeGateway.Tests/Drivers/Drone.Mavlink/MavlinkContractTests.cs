using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

public sealed class MavlinkContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new MavlinkRig();
}
