using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Store.Media;
using EdgeGateway.Store.Recovery;

namespace EdgeGateway.Store;

/// <summary>The folder of a store, owned by one process from opening to disposal.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly FileStream _lock;

    private StoreFolder(string path, FileStream held)
    {
        Path = path;
        _lock = held;
    }

    public string Path { get; }

    public string Database => DatabaseOf(Path);

    public static string DatabaseOf(string folder) => System.IO.Path.Combine(folder, "store.db");

    /// <exception cref="StoreOpenException">Another process has the store, or the folder cannot be made.</exception>
    public static StoreFolder Own(string folder)
    {
        try
        {
            FolderSync.Make(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreOpenException(
                new Words(
                    $"The folder of the store, {folder}, cannot be made ({e.Message}). Make the disk writable or choose another folder, then start again.",
                    $"无法创建存储文件夹 {folder}（{e.Message}）。请恢复磁盘的写权限或改用其他文件夹后重新启动。"),
                e);
        }

        return new StoreFolder(folder, Lock(folder));
    }

    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string folder)
    {
        string file = System.IO.Path.Combine(folder, "store.lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw DiskProbe.Refusal(folder) is not null ? StoreOpenException.Of(folder, e) : new StoreOpenException(
                new Words(
                    $"The store in {folder} cannot be taken: another process has it open, or {file} cannot be written ({e.Message})",
                    $"无法占用存储 {folder}：另一个进程正在使用，或无法写入 {file}（{e.Message}）"),
                e);
        }
    }
}
