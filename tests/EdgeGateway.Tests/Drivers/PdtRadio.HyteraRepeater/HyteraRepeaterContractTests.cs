using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraRepeater;

public class HyteraRepeaterContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new RepeaterRig();
}
