using EdgeGateway.Store;
using EdgeGateway.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Store;

/// <summary>A folder of its own and stores in it.</summary>
internal sealed class StoreBench : IDisposable
{
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "edgegateway-store-" + Guid.NewGuid().ToString("n"));

    public FakeTimeProvider Time { get; } = new();

    public FakeDisk Disk { get; } = new();

    public StoreOptions Options => new() { Folder = Folder, Gateway = "gw-test", Ballast = 0, Disk = Disk };

    public SqliteReadingStore Open(Func<StoreOptions, StoreOptions>? change = null) => SqliteReadingStore.Open(
        change?.Invoke(Options) ?? Options, Time, new Random(1), NullLogger<SqliteReadingStore>.Instance);

    /// <summary>Lets time pass, a step at a time, and the store do what it does of its own accord.</summary>
    public async Task PassAsync(SqliteReadingStore store, TimeSpan time, TimeSpan? step = null)
    {
        TimeSpan each = step ?? TimeSpan.FromSeconds(1);
        for (TimeSpan passed = TimeSpan.Zero; passed < time; passed += each)
        {
            Time.Advance(each);
            await store.IdleAsync();
        }
    }

    /// <summary>What a crash at this instant would leave, in a folder of its own.</summary>
    public StoreBench Crashed()
    {
        var copy = new StoreBench();
        foreach (string file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Where(static file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            string target = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
