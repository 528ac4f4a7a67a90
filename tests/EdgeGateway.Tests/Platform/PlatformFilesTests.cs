using EdgeGateway.Drivers;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.House;
using EdgeGateway.Tests.Platform.Examples;

namespace EdgeGateway.Tests.Platform;

/// <summary>What is shipped is what the code writes now, for everything the code knows and nothing more.</summary>
public sealed class PlatformFilesTests
{
    private const string Write = "EDGEGATEWAY_WRITE_PLATFORM";

    public static TheoryData<string> Made => [.. PlatformFiles.Made.Keys];

    /// <summary>With <c>EDGEGATEWAY_WRITE_PLATFORM=1</c> in the environment it writes the files instead.</summary>
    [Theory]
    [MemberData(nameof(Made))]
    public void File_MadeByTheCode_IsWhatTheCodeWritesNow(string file)
    {
        string path = Path.Combine(Repository.Root, PlatformFiles.Folder, file);
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, PlatformFiles.Made[file]);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == PlatformFiles.Made[file],
            $"{PlatformFiles.Folder}{file} is not what the code writes. Write it anew with: {Write}=1 dotnet test tests/EdgeGateway.Tests --filter {nameof(PlatformFilesTests)}");
    }

    [Fact]
    public void Schemas_Shipped_AreThoseOfTheCodeAndNoneMore() => Assert.Equal(
        PlatformKinds.All.Keys.Concat(PlatformFiles.Messages.Keys).Concat(PlatformFiles.ByHand).Order(StringComparer.Ordinal),
        PlatformFiles.Names("schemas/", ".schema.json").Where(static name => !name.StartsWith("args/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Fact]
    public void Examples_Shipped_AreOfEverySchemaAndNoneMore()
    {
        string[] examples = [.. PlatformFiles.Names("examples/", ".json")];

        Assert.Equal(
            PlatformFiles.Names("schemas/", ".schema.json").Where(static name => name != "reading").Order(StringComparer.Ordinal),
            examples.Except(["receipt-media", "state-will"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Kinds_OfTheCode_EachHaveAnExample() => Assert.Equal(PlatformKinds.All.Keys, ExampleReadings.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Kinds_OfTheDrivers_AreAmongThem() => Assert.Empty(DriverCatalog.All.SelectMany(static driver => driver.Kinds).Except(PlatformKinds.All.Keys));

    [Fact]
    public void Kinds_OfTheCode_AreAllWrittenBySourceGeneratedJson() => Assert.All(PlatformKinds.All.Values, static type => Assert.NotNull(BodyJson.Default.GetTypeInfo(type)));

    [Theory]
    [InlineData("schemas/", ".schema.json")]
    public void Schemas_Shipped_HaveTheIdThatReadingsName(string folder, string ending) => Assert.All(
        PlatformFiles.Names(folder, ending),
        name => Assert.Equal(SchemaIds.SchemaOf(name.Replace("args/", "args.", StringComparison.Ordinal)), PlatformFiles.Json(folder + name + ending).GetProperty("$id").GetString()));
}
