using System.Globalization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Store.Media;
using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.HotList;

/// <summary>What was wrong with a list's file at the start; the list goes on with what could be read.</summary>
/// <param name="Origin">Whose list.</param>
/// <param name="Lost">Bytes that were no records, with good records behind them; -1 when the file was not readable to its end, or is of another format.</param>
/// <param name="Torn">Bytes at the end that were no record.</param>
/// <param name="SetAside">Name of the damaged file beside the new one; null when only the end was cut, or when the disk has no room for it.</param>
public sealed record HotListDamage(string Origin, long Lost, long Torn, string? SetAside);

/// <summary>
/// The lists in folder <c>hotlist</c> below the store's, one file <c>{origin}.list</c> each. Owned by whoever owns the store.
/// </summary>
public sealed class HotListFolder
{
    private const string Ending = ".list";
    private const string Unfinished = ".new";

    /// <summary>Damaged files of one list that are kept.</summary>
    private const int AsideMost = 3;

    private readonly string _folder;
    private readonly TimeProvider _time;
    private int _begun;

    /// <param name="store">Folder of the store.</param>
    /// <param name="time">Names what is set aside.</param>
    public HotListFolder(string store, TimeProvider time) => (_folder, _time) = (Path.Combine(store, "hotlist"), time);

    /// <summary>Throws away what was not finished, and names the lists that are there. Waits for no sync: readings wait for it at the start.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses the folder; there are no lists then.</exception>
    public IReadOnlyList<string> Origins()
    {
        try
        {
            if (!Directory.Exists(_folder))
            {
                return [];
            }

            foreach (string left in Directory.EnumerateFiles(_folder, "*" + Unfinished))
            {
                Spool.Delete(left);
            }

            return [.. Directory.EnumerateFiles(_folder, "*" + Ending).Select(static path => Path.GetFileName(path)[..^Ending.Length]).Order(StringComparer.Ordinal)];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException("the folder of the hot lists cannot be used", refused);
        }
    }

    /// <summary>Reads a list. A torn end is cut with the next change; a file with damage before its end is set aside and written anew from what is good.</summary>
    /// <param name="origin">One of <see cref="Origins"/>.</param>
    /// <param name="begin">Called with the length of the file before each walk over the records; a second walk begins anew.</param>
    /// <exception cref="StoreRefusedException">The disk refuses the list, or what must be written.</exception>
    public (HotListFile File, HotListDamage? Damage) Open(string origin, Func<long, HotListTaker> begin)
    {
        try
        {
            var file = File.OpenHandle(PathOf(origin), FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            var scan = TryWalk(file, begin(RandomAccess.GetLength(file)), out bool isWhole);
            if (isWhole && scan.Lost == 0)
            {
                // What is there may have been written by a process that died before the sync: the first append cuts and syncs.
                return (new HotListFile(file, scan.End, inDoubt: true), scan.Torn == 0 ? null : new HotListDamage(origin, 0, scan.Torn, null));
            }

            return Renew(origin, file, scan, isWhole, begin);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"the hot list {origin} cannot be opened", refused);
        }
    }

    /// <summary>Begins a list that takes the place of this one, or is the first one of its origin.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public HotListStaging Begin(string origin)
    {
        try
        {
            FolderSync.Make(_folder);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException("the folder of the hot lists cannot be made", refused);
        }

        return new HotListStaging(string.Create(CultureInfo.InvariantCulture, $"{PathOf(origin)}.{Interlocked.Increment(ref _begun)}{Unfinished}"), PathOf(origin));
    }

    private static HotListScan TryWalk(SafeFileHandle file, HotListTaker take, out bool isWhole)
    {
        long last = HotListFile.Magic.Length;
        try
        {
            isWhole = IsOurs(file);
            return HotListScan.Walk(file, HotListFile.Magic.Length, (place, payload) =>
            {
                take(place, payload);
                last = place;
            });
        }
        catch (IOException)
        {
            isWhole = false;
            return new HotListScan(last, 0, 0);
        }
    }

    private static bool IsOurs(SafeFileHandle file)
    {
        Span<byte> magic = stackalloc byte[HotListFile.Magic.Length];
        return RandomAccess.Read(file, magic, 0) == magic.Length && magic.SequenceEqual(HotListFile.Magic);
    }

    private (HotListFile File, HotListDamage Damage) Renew(string origin, SafeFileHandle damaged, HotListScan scan, bool isWhole, Func<long, HotListTaker> begin)
    {
        long lost = isWhole ? scan.Lost : -1;
        try
        {
            using var staging = Begin(origin);
            _ = TryWalk(damaged, (_, payload) => staging.Add(HotListRecord.Again(payload)), out _);
            string? aside = SetAside(origin);
            var file = staging.Take();
            file.Walk(begin(file.Bytes));
            damaged.Dispose();
            return (file, new HotListDamage(origin, lost, scan.Torn, aside));
        }
        catch (StoreRefusedException)
        {
            // A full disk: what can be read is matched against all the same.
            return (new HotListFile(damaged, scan.End, inDoubt: true), new HotListDamage(origin, lost, scan.Torn, null));
        }
    }

    /// <returns>Its name; null when the file system gives no second name, and then nothing is kept of it.</returns>
    private string? SetAside(string origin)
    {
        string stem = origin + ".damaged-";
        string[] kept = [.. Directory.EnumerateFiles(_folder, stem + "*").Order(StringComparer.Ordinal)];
        foreach (string oldest in kept.SkipLast(AsideMost - 1))
        {
            File.Delete(oldest);
        }

        string name = stem + _time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
        while (File.Exists(Path.Combine(_folder, name)))
        {
            name += "-again";
        }

        return SecondName.Give(PathOf(origin), Path.Combine(_folder, name)) ? name : null;
    }

    private string PathOf(string origin) => Path.Combine(_folder, origin + Ending);
}
