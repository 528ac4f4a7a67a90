using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Hikvision;

public sealed class HikvisionXrayContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new PushRig(inboxPort);
}
