using EdgeGateway.Store;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Store;

/// <summary>A folder of its own and stores in it.</summary>
internal sealed class StoreBench : IDisposable
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "edgegateway-store-" + Guid.NewGuid().ToString("n"));

    public FakeTimeProvider Time { get; } = new();

    public StoreOptions Options => new() { Folder = Folder, Gateway = "gw-test" };

    public SqliteReadingStore Open(Func<StoreOptions, StoreOptions>? change = null) => SqliteReadingStore.Open(
        change?.Invoke(Options) ?? Options, Time, new Random(1), NullLogger<SqliteReadingStore>.Instance);

    /// <summary>Lets time pass, a second at a time, and the store do what it does of its own accord.</summary>
    public async Task PassAsync(SqliteReadingStore store, TimeSpan time)
    {
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            await store.IdleAsync();
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
