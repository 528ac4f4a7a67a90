using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Cabinet.Linux;

public sealed class CabinetContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new CabinetRig();
}
