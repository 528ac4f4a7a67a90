namespace EdgeGateway.Tests.House;

public sealed class WordLawTests
{
    private static readonly string[] s_textEndings =
        [".cs", ".csproj", ".props", ".targets", ".json", ".md", ".sh", ".yml", ".yaml", ".txt", ".sln", ".editorconfig", ".gitignore", ".service", "/run", ".conf", ".fault"];

    private static readonly IReadOnlyList<SourceFile> s_code = [.. Repository.Sources("src", "firmware-sim", "tests")];

    private static readonly IReadOnlyList<SourceFile> s_texts =
    [
        .. Repository.Files.Where(file => s_textEndings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal))).Select(file => new SourceFile(file, Repository.Read(file))),
    ];

    [Fact]
    public void AsyncVoid_InTheTree_IsNowhere() => Assert.Empty(WordLaws.AsyncVoid(s_code.Where(IsNotALaw)));

    [Fact]
    public void Partial_InTheTree_IsForGeneratorsOnly() => Assert.Empty(WordLaws.Partial(s_code));

    [Fact]
    public void Vendors_InTheRoomsOfAll_AreNowhere() => Assert.Empty(WordLaws.Vendors(s_code));

    [Fact]
    public void Unfinished_InTheTree_IsNothing() => Assert.Empty(WordLaws.Unfinished(s_texts));

    [Fact]
    public void MachinePaths_InTheTree_AreNowhere() => Assert.Empty(WordLaws.MachinePaths([.. s_texts.Where(IsNotALaw)], Repository.Root));

    [Theory]
    [InlineData("async void M() { }", true)]
    [InlineData("async  \n void M() { }", true)]
    [InlineData("async Task M() { } // async void", false)]
    public void AsyncVoid_Sample_IsJudged(string text, bool broken) => Assert.Equal(broken, WordLaws.AsyncVoid([In("Store", text)]).Any());

    [Theory]
    [InlineData("partial class A { }", true)]
    [InlineData("partial record A;", true)]
    [InlineData("partial class A { } // LoggerMessage", true)]
    [InlineData("static partial class A { [LoggerMessage(1)] static partial void B(); }", false)]
    [InlineData("partial class A : JsonSerializerContext;", false)]
    public void Partial_Sample_IsJudged(string text, bool broken) => Assert.Equal(broken, WordLaws.Partial([In("Store", text)]).Any());

    [Theory]
    [InlineData("Pipeline", "class HikvisionFilter { }", true)]
    [InlineData("Store", "// as Dahua does", true)]
    [InlineData("Uplink", "string s = \"dji\";", true)]
    [InlineData("Uplink", "int adjive;", false)]
    [InlineData("Configuration", "// for example hikvision-anpr", false)]
    public void Vendors_Sample_IsJudged(string room, string text, bool broken) => Assert.Equal(broken, WordLaws.Vendors([In(room, text)]).Any());

    [Theory]
    [InlineData("// TO" + "DO later", true)]
    [InlineData("// FIX" + "ME", true)]
    [InlineData("throw new NotImplemented" + "Exception();", true)]
    [InlineData("// todos los dias", false)]
    public void Unfinished_Sample_IsJudged(string text, bool broken) => Assert.Equal(broken, WordLaws.Unfinished([In("Store", text)]).Any());

    [Theory]
    [InlineData("see /home/" + "anna/gateway", true)]
    [InlineData("see C:\\Users\\" + "anna", true)]
    [InlineData("cd /build/agent7/edge && ./test.sh", true)]
    [InlineData("ls /build/agent7/", true)]
    [InlineData("see docs/home/page and ${HOME}/x and /var/lib/edgegateway", false)]
    public void MachinePaths_Sample_IsJudged(string text, bool broken) =>
        Assert.Equal(broken, WordLaws.MachinePaths([In("Store", text)], "/build/agent7/edge").Any());

    /// <summary>This folder shows what is forbidden, as samples.</summary>
    private static bool IsNotALaw(SourceFile file) => !file.Path.StartsWith("tests/EdgeGateway.Tests/House/", StringComparison.Ordinal);

    private static SourceFile In(string room, string text) => new($"src/EdgeGateway/{room}/A.cs", text);
}
