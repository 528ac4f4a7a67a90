namespace EdgeGateway.Tests.House;

public sealed class EventIdLawTests
{
    private static readonly IReadOnlyList<SourceFile> s_product = [.. Repository.Sources("src")];

    [Fact]
    public void EventIds_OfTheProduct_AreUniqueAndInTheRangeOfTheirRoom() => Assert.Empty(EventIdLaw.Violations(s_product));

    [Fact]
    public void EventIds_OfTheProduct_AreSeenAtAll() => Assert.True(EventIdLaw.Events(s_product).Count >= 10);

    [Theory]
    [InlineData("src/EdgeGateway/Store/A.cs", "[LoggerMessage(3000, LogLevel.Error, \"a\")] [LoggerMessage(3000, LogLevel.Error, \"b\")]")]
    [InlineData("src/EdgeGateway/Store/A.cs", "[LoggerMessage(EventId = 2000, Level = LogLevel.Error)]")]
    [InlineData("src/EdgeGateway/Store/A.cs", "[LoggerMessage(Level = LogLevel.Error,\n  EventId = 2000)]")]
    [InlineData("src/EdgeGateway/Store/A.cs", "[LoggerMessage(LogLevel.Error, \"no number\")]")]
    [InlineData("src/Drivers/Transport/A.cs", "[LoggerMessage(1100, LogLevel.Error, \"a\")]")]
    [InlineData("src/Drivers/PlateCamera.MadeUp/A.cs", "[LoggerMessage(1099, LogLevel.Error, \"a\")]")]
    [InlineData("src/Protocol/A.cs", "[LoggerMessage(1, LogLevel.Error, \"a\")]")]
    public void EventIds_DoubledOrOutside_AreFound(string path, string text) => Assert.Single(EventIdLaw.Violations([new SourceFile(path, text)]));

    [Theory]
    [InlineData("src/Drivers/Transport/A.cs", "[LoggerMessage(1099, LogLevel.Error, \"a\")]")]
    [InlineData("src/Drivers/PlateCamera.MadeUp/A.cs", "[LoggerMessage(EventId = 1100, Level = LogLevel.Error, Message = \"a\")] // [LoggerMessage(1100")]
    public void EventIds_InTheirRange_AreNotFound(string path, string text) => Assert.Empty(EventIdLaw.Violations([new SourceFile(path, text)]));
}
