using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Http;

public sealed class GenericHttpContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new CounterRig(inboxPort);
}
