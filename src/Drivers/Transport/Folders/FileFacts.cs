namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>What tells one state of a file from another.</summary>
/// <param name="Node">Its number in the file system; a file that replaces another has another.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="ModifiedNs">Last write, in nanoseconds since 1970 UTC.</param>
public readonly record struct FileFacts(ulong Node, long Bytes, long ModifiedNs)
{
    public DateTimeOffset Modified => DateTimeOffset.UnixEpoch.AddTicks(ModifiedNs / 100);
}
