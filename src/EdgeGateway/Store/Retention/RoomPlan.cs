namespace EdgeGateway.Store.Retention;

/// <summary>How much of a disk of this size stays free, and in which pieces the database's log may grow on it.</summary>
/// <param name="Reserve">Bytes that stay free: below it something goes.</param>
/// <param name="Ballast">Bytes of the file that is given up on a full disk.</param>
/// <param name="LogPages">Pages of the log after which it is folded back.</param>
internal sealed record RoomPlan(long Reserve, long Ballast, int LogPages)
{
    private const long MiB = 1 << 20;

    /// <summary>
    /// Reserve: 5 % of the disk or 1 GB, whichever is smaller, but not less than 16 MB or a sixth of a disk that is smaller
    /// than that makes sense for. The log is folded back at 16 MB, on small disks at a 64th of them.
    /// </summary>
    public static RoomPlan For(StoreOptions options, DiskSpace disk) => new(
        options.Reserve ?? Math.Min(1024 * MiB, Math.Max(disk.Total / 20, Math.Min(16 * MiB, disk.Total / 6))),
        Math.Min(options.Ballast, disk.Total / 16),
        (int)Math.Clamp(disk.Total / 64 / StoreOptions.PageBytes, 64, 4000));
}
