using Microsoft.Win32.SafeHandles;

namespace EdgeGateway.Store.Recovery.Raw;

/// <summary>Reading from a disk that may have bad places.</summary>
internal static class Disk
{
    /// <returns>Bytes read; fewer than asked at the end of the file, 0 where the disk cannot read.</returns>
    public static int Read(SafeFileHandle file, Span<byte> into, long at)
    {
        int read = 0;
        try
        {
            while (read < into.Length && RandomAccess.Read(file, into[read..], at + read) is > 0 and var more)
            {
                read += more;
            }

            return read;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
