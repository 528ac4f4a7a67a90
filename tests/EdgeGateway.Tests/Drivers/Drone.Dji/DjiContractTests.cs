using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

public sealed class DjiContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new DjiRig();
}
