using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Modbus;

public sealed class XrayModbusContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new XrayModbusRig();
}
