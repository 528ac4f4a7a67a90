namespace EdgeGateway.Tests.House;

public sealed class RoomLawTests
{
    private static readonly SourceFile s_store = new("src/EdgeGateway/Store/ReadingStore.cs", "namespace EdgeGateway.Store;\npublic sealed class ReadingStore { }\n");
    private static readonly SourceFile s_uplink = new("src/EdgeGateway/Uplink/Forwarder.cs", "namespace EdgeGateway.Uplink;\nusing EdgeGateway.Store;\n");
    private static readonly IReadOnlyList<SourceFile> s_product = [.. Repository.Sources("src/EdgeGateway")];

    [Fact]
    public void Rooms_Uses_FollowTheArrows() => Assert.Empty(RoomLaw.Violations(s_product));

    [Fact]
    public void Rooms_Uses_LeadNowhereBack() => Assert.Empty(RoomLaw.Cycles(s_product));

    [Fact]
    public void Rooms_Uses_AreSeenAtAll() =>
        Assert.Contains(("Uplink", "Store"), RoomLaw.Uses(s_product).Select(use => (use.From, use.To)));

    [Theory]
    [InlineData("using EdgeGateway.Uplink;")]
    [InlineData("using EdgeGateway.Uplink.Mqtt;")]
    [InlineData("using static EdgeGateway.Uplink.Forwarder;")]
    [InlineData("using F = EdgeGateway.Uplink.Forwarder;")]
    [InlineData("class A { global::EdgeGateway.Uplink.Forwarder? f; }")]
    [InlineData("class A { Uplink.Forwarder? f; }")]
    public void Store_KnowsUplink_IsFound(string line) =>
        Assert.Single(RoomLaw.Violations([new SourceFile("src/EdgeGateway/Store/Bad.cs", line), new SourceFile("src/EdgeGateway/Uplink/Forwarder.cs", "class Forwarder { }")]));

    [Theory]
    [InlineData("// using EdgeGateway.Uplink;")]
    [InlineData("class A { string s = \"EdgeGateway.Uplink.Forwarder\"; }")]
    [InlineData("class A { int n = settings.Uplink.Window; }")]
    [InlineData("class A { int n => Uplink.Window; }")]
    [InlineData("using EdgeGateway.Telemetry;\nusing EdgeGateway.Configuration;\nusing EdgeGateway.Protocol.Model;")]
    public void Store_OnlyNamesUplink_IsNotFound(string line) =>
        Assert.Empty(RoomLaw.Violations([new SourceFile("src/EdgeGateway/Store/Good.cs", line), new SourceFile("src/EdgeGateway/Uplink/Forwarder.cs", "class Forwarder { }")]));

    [Fact]
    public void Violations_RoomNobodyPlanned_IsFound() =>
        Assert.Contains(RoomLaw.Violations([new SourceFile("src/EdgeGateway/Attic/A.cs", "class A { }")]), found => found.Contains("Attic", StringComparison.Ordinal));

    [Fact]
    public void Violations_AllowedArrow_IsNotFound() => Assert.Empty(RoomLaw.Violations([s_store, s_uplink]));

    [Fact]
    public void Cycles_TwoRoomsThatKnowEachOther_AreFound() =>
        Assert.NotEmpty(RoomLaw.Cycles([s_uplink, new SourceFile("src/EdgeGateway/Store/Bad.cs", "using EdgeGateway.Uplink;")]));
}
