using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Cabinet.Nut;

public sealed class NutContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new NutRig();
}
