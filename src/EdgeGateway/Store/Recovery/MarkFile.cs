using EdgeGateway.Store.Recovery.Raw;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Recovery;

/// <summary>The file <c>store.mark</c>. Its slots are laid out when it is opened, so that a full disk takes a mark too.</summary>
internal sealed class MarkFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly byte[] _slot = new byte[StoreMark.SlotBytes];

    /// <exception cref="IOException">The disk does not take it.</exception>
    public MarkFile(string folder)
    {
        _file = File.OpenHandle(PathOf(folder), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        if (RandomAccess.GetLength(_file) < 2 * StoreMark.SlotBytes)
        {
            RandomAccess.Write(_file, new byte[2 * StoreMark.SlotBytes], 0);
        }
    }

    public static string PathOf(string folder) => Path.Combine(folder, "store.mark");

    /// <returns>What the file says; null when it is not there or not whole.</returns>
    public static StoreMark? Read(string folder)
    {
        string path = PathOf(folder);
        if (!File.Exists(path))
        {
            return null;
        }

        using SafeFileHandle file = File.OpenHandle(path);
        var slots = new byte[2 * StoreMark.SlotBytes];

        // One by one: a bad place under the one must not take the other.
        Disk.Read(file, slots.AsSpan(0, StoreMark.SlotBytes), 0);
        Disk.Read(file, slots.AsSpan(StoreMark.SlotBytes), StoreMark.SlotBytes);
        return StoreMark.Newest(slots);
    }

    /// <summary>Writes the slot that is not the newest. Never throws: a mark that stays behind is older, and older is safe.</summary>
    public void Write(StoreMark mark)
    {
        mark.Write(_slot);
        try
        {
            RandomAccess.Write(_file, _slot.AsSpan(0, 512), mark.Totals.Commits % 2 * StoreMark.SlotBytes);
        }
        catch (IOException)
        {
        }
    }

    public void Dispose() => _file.Dispose();
}
