namespace EdgeGateway.Store.Retention;

/// <summary>Asks the file system (statvfs).</summary>
public sealed class DiskGauge : IDiskGauge
{
    /// <inheritdoc/>
    public DiskSpace Look(string folder)
    {
        var drive = new DriveInfo(folder);
        return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize);
    }
}
