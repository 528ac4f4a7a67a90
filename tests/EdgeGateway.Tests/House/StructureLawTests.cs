using System.Reflection;

namespace EdgeGateway.Tests.House;

public sealed class StructureLawTests
{
    [Fact]
    public void Namespaces_OfTheTree_FollowTheirFolders() => Assert.Empty(NamespaceLaw.Violations(Repository.Sources("src", "firmware-sim")));

    [Fact]
    public void Projects_OfTheTree_ReferenceInOneDirection()
    {
        var projects = Repository.Files.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal));

        Assert.Empty(ReferenceLaw.Violations(projects.Select(path => (path, Repository.Read(path)))));
    }

    [Fact]
    public void Assemblies_OfTheTree_ReferenceInOneDirection()
    {
        string[] names = ["EdgeGateway.Protocol", "EdgeGateway.Drivers", "edgegateway", "edgesim"];

        Assert.Empty(ReferenceLaw.Violations(names.Select(name => (name, Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!)))));
    }

    [Theory]
    [InlineData("firmware-sim/FirmwareSim.csproj", "<ProjectReference Include=\"../src/Drivers/Drivers.csproj\" />")]
    [InlineData("firmware-sim/FirmwareSim.csproj", "<Reference Include=\"..\\lib\\EdgeGateway.Drivers.dll\" />")]
    [InlineData("src/Drivers/Drivers.csproj", "<ProjectReference Include=\"..\\EdgeGateway\\EdgeGateway.csproj\" />")]
    [InlineData("src/Protocol/Protocol.csproj", "<ProjectReference\n  Include=\"../Drivers/Drivers.csproj\" />")]
    [InlineData("src/New/New.csproj", "<ProjectReference Include=\"../Protocol/Protocol.csproj\" />")]
    public void Projects_WrongReference_IsFound(string path, string text) => Assert.Single(ReferenceLaw.Violations([(path, text)]));

    [Fact]
    public void Projects_RightReference_IsNotFound() =>
        Assert.Empty(ReferenceLaw.Violations([("src/Drivers/Drivers.csproj", "<ProjectReference Include=\"../Protocol/Protocol.csproj\" />")]));

    [Fact]
    public void Assemblies_WrongReference_IsFound() =>
        Assert.Single(ReferenceLaw.Violations([("edgesim", (IEnumerable<string>)["System.Runtime", "EdgeGateway.Protocol", "EdgeGateway.Drivers"])]));

    [Theory]
    [InlineData("src/Protocol/Mqtt/A.cs", "namespace EdgeGateway.Protocol.Mqtt;", false)]
    [InlineData("src/Protocol/Mqtt/A.cs", "namespace EdgeGateway.Protocol;", true)]
    [InlineData("src/Drivers/PlateCamera.MadeUp/A.cs", "namespace EdgeGateway.Drivers.PlateCamera.MadeUp;", false)]
    [InlineData("src/EdgeGateway/Store/A.cs", "namespace EdgeGateway.Stores\n{\n}", true)]
    [InlineData("src/EdgeGateway/Program.cs", "return 0;", false)]
    [InlineData("src/EdgeGateway/Store/A.cs", "// namespace EdgeGateway.Other;\nnamespace EdgeGateway.Store;", false)]
    public void Namespaces_OtherThanTheFolder_AreFound(string path, string text, bool broken) =>
        Assert.Equal(broken, NamespaceLaw.Violations([new SourceFile(path, text)]).Any());
}
