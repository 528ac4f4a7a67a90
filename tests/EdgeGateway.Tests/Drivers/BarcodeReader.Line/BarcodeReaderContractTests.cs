using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.BarcodeReader.Line;

public sealed class BarcodeReaderContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new BarcodeRig();
}
