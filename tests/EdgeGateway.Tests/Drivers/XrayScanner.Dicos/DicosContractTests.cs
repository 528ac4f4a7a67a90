using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

public sealed class DicosContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new DropRig();

    /// <summary>The contract's garbage is skipped; a scanner's is told, because something was scanned that nobody saw.</summary>
    protected override int ReadingsOfGarbage => 1;
}
