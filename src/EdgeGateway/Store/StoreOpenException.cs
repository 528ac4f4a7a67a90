using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Store.Recovery;

namespace EdgeGateway.Store;

/// <summary>The store cannot be opened: another process has it, it is of another version, or the disk says no. The message names the folder.</summary>
/// <param name="words">Why, and what to do, in both languages.</param>
/// <param name="inner">What the system said.</param>
public sealed class StoreOpenException(Words words, Exception? inner = null) : Exception(words.En, inner)
{
    public StoreOpenException(string message, Exception? inner = null)
        : this(new Words(message, message), inner)
    {
    }

    /// <summary>The same in both languages.</summary>
    public Words Words => words;

    /// <returns>One sentence: the disk's own refusal when it refuses, otherwise what went wrong.</returns>
    internal static StoreOpenException Of(string folder, Exception failure)
    {
        if (DiskProbe.Refusal(folder) is not { } refusal)
        {
            return new StoreOpenException(
                new Words($"The store in {folder} cannot be opened: {failure.Message}", $"存储 {folder} 无法打开：{failure.Message}"), failure);
        }

        return new StoreOpenException(
            new Words(
                $"The disk does not take a write in {folder} ({refusal.Message}). Make room or make it writable, then start again; nothing that was stored is touched.",
                $"磁盘拒绝写入 {folder}（{refusal.Message}）。请腾出空间或恢复写权限后重新启动；已保存的数据不受影响。"),
            failure);
    }
}
