using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Hikvision;

public sealed class HikvisionPullContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new PullRig();
}

public sealed class HikvisionPushContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new PushRig(inboxPort);
}
