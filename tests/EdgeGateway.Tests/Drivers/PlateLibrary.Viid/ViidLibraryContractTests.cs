using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.PlateLibrary.Viid;

/// <summary>The role that brings readings.</summary>
public sealed class ViidLibraryContractTests : DriverContract
{
    protected override IDriverRig CreateRig(int inboxPort) => new LowerRig(inboxPort);
}
