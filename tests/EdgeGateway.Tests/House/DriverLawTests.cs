using EdgeGateway.Drivers;

namespace EdgeGateway.Tests.House;

public sealed class DriverLawTests
{
    private const string ContractTest = "tests/EdgeGateway.Tests/Drivers/Scale.Acme/AcmeDriverContractTests.cs";

    private static readonly (string Name, string Folder)[] s_catalog = [("acme-scale", "Scale.Acme")];

    private static readonly string[] s_complete =
    [
        "src/Drivers/Abstractions/IDeviceDriver.cs",
        "src/Drivers/Scale.Acme/AcmeDriver.cs",
        "src/Drivers/Scale.Acme/AcmeOptions.cs",
        "src/Drivers/Scale.Acme/AcmeMapping.cs",
        "src/Drivers/Scale.Acme/README.md",
        "src/Drivers/Scale.Acme/sample.json",
        "firmware-sim/Twins/Scale.Acme/AcmeTwin.cs",
        "tests/EdgeGateway.Tests/Captures/acme-scale/plain/frames.hex",
        ContractTest,
    ];

    [Fact]
    public void Drivers_OfTheTree_AreComplete() =>
        Assert.Empty(DriverLaw.Violations([.. DriverCatalog.All.Select(driver => (driver.Name, driver.Folder))], Repository.Files, Repository.Read));

    [Fact]
    public void Drivers_Complete_AreNotFound() => Assert.Empty(Judge(s_complete));

    [Theory]
    [InlineData("src/Drivers/Scale.Acme/AcmeDriver.cs")]
    [InlineData("src/Drivers/Scale.Acme/AcmeOptions.cs")]
    [InlineData("src/Drivers/Scale.Acme/AcmeMapping.cs")]
    [InlineData("src/Drivers/Scale.Acme/README.md")]
    [InlineData("src/Drivers/Scale.Acme/sample.json")]
    [InlineData("firmware-sim/Twins/Scale.Acme/AcmeTwin.cs")]
    [InlineData("tests/EdgeGateway.Tests/Captures/acme-scale/plain/frames.hex")]
    [InlineData(ContractTest)]
    public void Drivers_OneThingMissing_AreFound(string missing) => Assert.Single(Judge([.. s_complete.Where(file => file != missing)]));

    [Fact]
    public void Drivers_TestThatDoesNotInheritTheContract_AreFound() =>
        Assert.Single(DriverLaw.Violations(s_catalog, s_complete, _ => "class A /* : DriverContract */ { }"));

    [Fact]
    public void Drivers_FolderWithoutALine_AreFound() =>
        Assert.Single(Judge([.. s_complete, "src/Drivers/Scale.Other/OtherDriver.cs"]));

    [Fact]
    public void Drivers_TwinWithoutADriver_AreFound() =>
        Assert.Single(Judge([.. s_complete, "firmware-sim/Twins/Scale.Other/OtherTwin.cs"]));

    private static IEnumerable<string> Judge(IReadOnlyList<string> files) =>
        DriverLaw.Violations(s_catalog, files, _ => "public sealed class AcmeDriverContractTests : DriverContract<AcmeDriver> { }");
}
