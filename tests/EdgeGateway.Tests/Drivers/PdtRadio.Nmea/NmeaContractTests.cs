using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Nmea;

public sealed class NmeaContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new NmeaRig();
}
