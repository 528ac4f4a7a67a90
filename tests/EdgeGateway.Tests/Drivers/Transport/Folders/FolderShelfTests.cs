using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Tests.Drivers.Contract;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Tests.Drivers.Transport.Folders;

public sealed class FolderShelfTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_OldFilesCannotBeRemoved_NamesNoneOfAPrivateFolder(bool isPrivate)
    {
        string root = Directory.CreateTempSubdirectory("edgegateway-shelf").FullName;
        try
        {
            var log = new Heard();
            using var folder = new DropFolders(new RefusingTime(), log).Open(new DropFolderSettings(root) { IsPrivate = isPrivate }, new FakeHost(null!).Context.Watch);

            Assert.Equal(2, log.Lines.Count(line => line.Contains("could not be removed", StringComparison.Ordinal)));
            Assert.Equal(!isPrivate, log.Lines.Any(line => line.Contains("张三", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>Stands for a disk that refuses in the system's own words: an account with every right is refused nothing.</summary>
    private sealed class RefusingTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new UnauthorizedAccessException("Access to the path '/srv/kiosk/quarantine/张三.json' is denied.");
    }

    private sealed class Heard : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{formatter(state, exception)} {exception}");
    }
}
