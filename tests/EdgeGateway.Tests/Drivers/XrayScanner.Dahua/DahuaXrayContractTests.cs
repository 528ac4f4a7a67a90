using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dahua;

public sealed class DahuaXrayContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new ScannerRig();
}
