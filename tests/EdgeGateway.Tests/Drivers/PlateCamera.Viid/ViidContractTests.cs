using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

public sealed class ViidContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new ViidRig(inboxPort);
}
