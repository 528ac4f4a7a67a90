using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Generic.Mqtt;

public sealed class GenericMqttContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new StationRig();
}
