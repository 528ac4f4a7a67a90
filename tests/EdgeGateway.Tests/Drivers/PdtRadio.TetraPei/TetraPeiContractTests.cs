using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

public sealed class TetraPeiContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new TetraRig();
}
