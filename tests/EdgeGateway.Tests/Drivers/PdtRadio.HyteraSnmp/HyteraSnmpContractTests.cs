using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

public sealed class HyteraSnmpContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new SnmpRig();
}
