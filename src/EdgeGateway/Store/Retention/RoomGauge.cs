using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>Whether there is room: on the disk, and in the database when that has a limit.</summary>
internal sealed class RoomGauge(StoreOptions options, RoomPlan plan)
{
    /// <summary>The database is short when less than this share of its limit is free.</summary>
    private const int DatabaseShare = 20;

    private bool _diskShort;
    private bool _databaseShort;
    private long _reusable;

    public RoomPlan Plan => plan;

    public DiskSpace Disk => options.Disk.Look(options.Folder);

    /// <summary>Bytes free, what the database can use again included, as it was at the last look at it.</summary>
    public long Free => Disk.Free + Volatile.Read(ref _reusable);

    /// <summary>For the timer: true when the disk is worth a closer look.</summary>
    public bool MayBeShort(DiskSpace disk) => disk.Free + Volatile.Read(ref _reusable) < plan.Reserve + Margin;

    private long Margin => plan.Reserve / 8;

    /// <summary>Looks at both inside the writer's transaction. What is short stays short until there is a margin again.</summary>
    public Room Look(StoreTables tables)
    {
        DiskSpace disk = Disk;
        long free = tables.Pages.Free * StoreOptions.PageBytes;
        Volatile.Write(ref _reusable, free);
        long facts = disk.Free + free;
        _diskShort = facts < plan.Reserve + (_diskShort ? Margin : 0);
        _databaseShort = options.DatabaseMost is not null && DatabaseRoom(tables) < DatabaseWanted(tables);
        long databaseLacks = _databaseShort ? DatabaseWanted(tables) - DatabaseRoom(tables) : 0;
        return new Room(_diskShort, _databaseShort, disk.Free, free, Math.Max(databaseLacks, _diskShort ? plan.Reserve + Margin - facts : 0));
    }

    /// <returns>Bytes of readings that still fit.</returns>
    public long ForFacts(StoreTables tables)
    {
        long disk = Disk.Free + (tables.Pages.Free * StoreOptions.PageBytes);
        return options.DatabaseMost is null ? disk : Math.Min(disk, DatabaseRoom(tables));
    }

    private static long DatabaseRoom(StoreTables tables) =>
        (tables.Pages.Most - tables.Pages.All + tables.Pages.Free) * StoreOptions.PageBytes;

    private long DatabaseWanted(StoreTables tables) =>
        tables.Pages.Most * StoreOptions.PageBytes / (_databaseShort ? DatabaseShare * 3 / 4 : DatabaseShare);
}

/// <param name="DiskShort">Less than the reserve is free, what the database can use again included.</param>
/// <param name="DatabaseShort">The database is near its limit.</param>
/// <param name="DiskFree">Bytes that files may take.</param>
/// <param name="Reusable">Bytes inside the database that hold nothing.</param>
/// <param name="Lacks">Bytes that are to be won.</param>
internal readonly record struct Room(bool DiskShort, bool DatabaseShort, long DiskFree, long Reusable, long Lacks)
{
    public bool IsShort => DiskShort || DatabaseShort;
}
