using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Kiosk.Xfs4Iot;

public sealed class Xfs4IotContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new XfsRig();
}
