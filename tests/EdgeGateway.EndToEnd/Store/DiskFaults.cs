using EdgeGateway.EndToEnd.Support;
namespace EdgeGateway.EndToEnd.Store;

/// <summary>The faults that are played.</summary>
internal static class DiskFaults
{
    /// <summary>Over before the run is.</summary>
    public static IEnumerable<DiskFault> Passing => RunSize.Long ? PassingAt([1, 2, 3, 5, 8, 13]) : PassingAt([2]);

    /// <summary>Until the process dies.</summary>
    public static IEnumerable<DiskFault> Lasting => RunSize.Long ? LastingAt([1, 2, 3, 5, 8, 13]) : LastingAt([3]);

    private static IEnumerable<DiskFault> PassingAt(int[] calls) =>
        from call in calls
        from fault in new DiskFault[]
        {
            new(FaultTarget.Log, "fsync", "EIO", $"{call}"),
            new(FaultTarget.Log, "fsync", "EIO", $"{call}..{call + 3}"),
            new(FaultTarget.Log, "fsync", "ENOSPC", $"{call}+3"),
            new(FaultTarget.Log, "pwrite64", "EIO", $"{call + 7}"),
            new(FaultTarget.Log, "pwrite64", "ENOSPC", $"{call + 7}..{call + 40}"),
            new(FaultTarget.Pictures, "openat", "ENOSPC", $"{call}"),
            new(FaultTarget.Pictures, "pwrite64", "ENOSPC", $"{call}..{call + 2}"),
            new(FaultTarget.Pictures, "fsync", "EIO", "1"),
            new(FaultTarget.Pictures, "rename", "EIO", "1"),
            new(FaultTarget.PictureFolders, "mkdir", "ENOSPC", $"{call}"),
            new(FaultTarget.PictureFolders, "fsync", "EIO", "1"),
            new(FaultTarget.Spool, "fsync", "EIO", $"{call}"),
        }
        select fault;

    private static IEnumerable<DiskFault> LastingAt(int[] calls) =>
        from call in calls
        from fault in new DiskFault[]
        {
            new(FaultTarget.Log, "fsync", "EIO", $"{call}+"),
            new(FaultTarget.Log, "fsync", "ENOSPC", $"{call}+"),
            new(FaultTarget.Log, "pwrite64", "EIO", $"{call * 5}+"),
            new(FaultTarget.Log, "pwrite64", "ENOSPC", $"{call * 5}+"),
            new(FaultTarget.Pictures, "fsync", "EIO", "1+"),
            new(FaultTarget.Pictures, "rename", "EIO", "1+"),
        }
        select fault;
}
