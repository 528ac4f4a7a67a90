using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

public sealed class KioskPostContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new KioskPostRig(inboxPort);
}

public sealed class KioskSpoolContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new KioskSpoolRig();
}
