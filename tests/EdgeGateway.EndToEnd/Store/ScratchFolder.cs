namespace EdgeGateway.EndToEnd.Store;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private ScratchFolder(string parent) => Path = Directory.CreateDirectory(
        System.IO.Path.Combine(parent, "edgegateway-crash-" + Guid.NewGuid().ToString("n"))).FullName;

    public string Path { get; }

    /// <summary>The store of the test, not made yet.</summary>
    public string Store => Under("store");

    public static ScratchFolder OnDisk() => new(System.IO.Path.GetTempPath());

    /// <summary>In memory where the system has such a place: for folders that are only opened once, after the crash.</summary>
    public static ScratchFolder InMemory() => new(Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath());

    public string Under(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
