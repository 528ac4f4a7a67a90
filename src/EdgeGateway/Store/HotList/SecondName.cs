using System.Runtime.InteropServices;

namespace EdgeGateway.Store.HotList;

/// <summary>A second name of a file, so that another may take the first one over: at no instant is there no file of that name.</summary>
internal static partial class SecondName
{
    /// <returns>False when the file system knows no such thing.</returns>
    public static bool Give(string path, string second) => Link(path, second) == 0;

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string path, string second);
}
