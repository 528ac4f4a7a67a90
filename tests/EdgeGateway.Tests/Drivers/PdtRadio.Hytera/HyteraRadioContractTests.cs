using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Hytera;

public class HyteraRadioContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new SerialRadioRig();
}
