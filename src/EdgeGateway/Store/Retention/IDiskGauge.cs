namespace EdgeGateway.Store.Retention;

/// <summary>Says how full a disk is.</summary>
public interface IDiskGauge
{
    /// <param name="folder">Any folder on the disk.</param>
    DiskSpace Look(string folder);
}

/// <param name="Free">Bytes that this process may still write.</param>
/// <param name="Total">Size of the file system in bytes.</param>
public readonly record struct DiskSpace(long Free, long Total);
