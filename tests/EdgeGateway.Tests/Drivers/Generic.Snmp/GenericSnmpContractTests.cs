using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Snmp;

public sealed class GenericSnmpContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new SnmpRig();
}
