using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>
/// The pages of a database that nobody has open, with its log folded in: of every page the newest sound image, and
/// beside it images from the log whose own checksum is wrong.
/// </summary>
internal sealed class RawPages : IDisposable
{
    private readonly SafeFileHandle? _database;
    private readonly SafeFileHandle? _log;
    private readonly uint _inFile;
    private readonly Dictionary<uint, long> _sound = [];
    private readonly Dictionary<uint, long> _doubtful = [];

    /// <param name="database">The file; need not be there.</param>
    /// <param name="log">The log; need not be there.</param>
    public RawPages(string database, string log)
    {
        _database = Open(database);
        _log = Open(log);
        long bytes = _database is null ? 0 : RandomAccess.GetLength(_database);
        _inFile = (uint)Math.Min(uint.MaxValue - 1, (bytes + WalReader.PageBytes - 1) / WalReader.PageBytes);
        Count = _inFile;
        if (_log is not null)
        {
            Fold(WalReader.Read(_log));
        }
    }

    /// <summary>The highest page number that there is.</summary>
    public uint Count { get; private set; }

    /// <summary>True when the log holds an image that is not proved.</summary>
    public bool AnyDoubt => _doubtful.Count > 0;

    /// <returns>Numbers of the pages that there are, rising.</returns>
    public IEnumerable<uint> Numbers()
    {
        for (uint page = 1; page <= _inFile; page++)
        {
            yield return page;
        }

        foreach (uint page in _sound.Keys.Concat(_doubtful.Keys).Where(page => page > _inFile).Distinct().Order())
        {
            yield return page;
        }
    }

    /// <returns>Images of the page, the newest sound one first; empty when there is none.</returns>
    public int Images(uint page) => (_doubtful.ContainsKey(page) ? 1 : 0) + 1;

    /// <param name="page">From 1.</param>
    /// <param name="image">0 for the newest sound one, 1 for a doubtful one.</param>
    /// <param name="into">4096 bytes; what the file lacks is zero.</param>
    /// <returns>False when there is nothing.</returns>
    public bool Read(uint page, int image, Span<byte> into)
    {
        into.Clear();
        if (image > 0)
        {
            return _doubtful.TryGetValue(page, out long doubtful) && Disk.Read(_log!, into, doubtful) > 0;
        }

        return _sound.TryGetValue(page, out long sound)
            ? Disk.Read(_log!, into, sound) > 0
            : page > 0 && _database is not null && Disk.Read(_database, into, (page - 1L) * WalReader.PageBytes) > 0;
    }

    public void Dispose()
    {
        _database?.Dispose();
        _log?.Dispose();
    }

    private static SafeFileHandle? Open(string path) =>
        File.Exists(path) ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;

    private void Fold(List<WalFrame> frames)
    {
        // In a doubtful frame the page number can be what was hit; it does not matter, for rows are known by themselves.
        foreach (WalFrame frame in frames.Where(static frame => frame.Page >= 1))
        {
            if (frame.Sound)
            {
                _sound[frame.Page] = frame.Offset;
                _doubtful.Remove(frame.Page);
            }
            else
            {
                _doubtful[frame.Page] = frame.Offset;
            }

            Count = Math.Max(Count, frame.Page);
        }
    }
}
