using System.Globalization;
using EdgeGateway.Store.Media;

namespace EdgeGateway.Store.Recovery;

/// <summary>
/// The folder <c>damaged/</c>: what was set aside, by rename, so that it takes no room and no time. A note names what is
/// being salvaged from before the first file moves until the new store has its name: a crash in between finds it.
/// </summary>
internal sealed class SetAside(string folder, TimeProvider time)
{
    private const int Kept = 3;

    private readonly string _root = Path.Combine(folder, "damaged");
    private readonly string _note = Path.Combine(folder, "store.salvage");

    /// <returns>Name of the folder that a crash left half salvaged; null when there is none.</returns>
    public string? Begun()
    {
        if (!File.Exists(_note))
        {
            return null;
        }

        string name = File.ReadAllText(_note).Trim();
        if (name.Length is > 0 and < 100 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') && Directory.Exists(PathOf(name)))
        {
            return name;
        }

        // The note itself was hit: the newest folder is the one.
        return Names().LastOrDefault();
    }

    /// <returns>Name of the new folder, noted and synced.</returns>
    public string Begin(string cause)
    {
        string stem = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + "-" + cause;
        string name = stem;
        for (int again = 2; Directory.Exists(PathOf(name)); again++)
        {
            name = FormattableString.Invariant($"{stem}-{again}");
        }

        FolderSync.Make(PathOf(name));
        string passing = _note + ".new";
        using (var note = new FileStream(passing, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            note.Write(System.Text.Encoding.ASCII.GetBytes(name));
            note.Flush();
            FolderSync.Sync(note.SafeFileHandle);
        }

        File.Move(passing, _note, overwrite: true);
        FolderSync.Sync(folder);
        return name;
    }

    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>Moves the files of the store; the database last, so that its being there says that all are.</summary>
    public void Fill(string name)
    {
        string to = PathOf(name);
        string database = StoreFolder.DatabaseOf(folder);
        if (File.Exists(StoreFolder.DatabaseOf(to)))
        {
            return;
        }

        Move(MarkFile.PathOf(folder), MarkFile.PathOf(to));
        Move(DamageNotice.PathOf(folder), DamageNotice.PathOf(to));
        Move(database + "-wal", StoreFolder.DatabaseOf(to) + "-wal");
        File.Delete(database + "-shm");
        FolderSync.Sync(to);
        if (!Move(database, StoreFolder.DatabaseOf(to)))
        {
            File.WriteAllBytes(StoreFolder.DatabaseOf(to), []);
        }

        FolderSync.Sync(to);
        FolderSync.Sync(folder);
    }

    /// <summary>Gives the new store its name, and only then strikes the note.</summary>
    public void End(string fresh)
    {
        File.Move(fresh, StoreFolder.DatabaseOf(folder), overwrite: true);
        FolderSync.Sync(folder);
        File.Delete(_note);
        FolderSync.Sync(folder);
    }

    /// <summary>Throws the oldest away: more than three, and more than a quarter of the free room. The newest stays.</summary>
    public void Trim()
    {
        long room = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace / 4;
        int kept = 0;
        foreach (string name in Names().Reverse())
        {
            room -= Directory.EnumerateFiles(PathOf(name)).Sum(static file => new FileInfo(file).Length);
            if (kept > 0 && (kept >= Kept || room < 0))
            {
                Directory.Delete(PathOf(name), recursive: true);
            }

            kept++;
        }
    }

    private static bool Move(string from, string to)
    {
        if (Directory.Exists(from))
        {
            Directory.Move(from, to + ".folder");
            return false;
        }

        if (!File.Exists(from))
        {
            return false;
        }

        File.Move(from, to, overwrite: true);
        return true;
    }

    private IEnumerable<string> Names() => Directory.Exists(_root)
        ? Directory.EnumerateDirectories(_root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        : [];
}
