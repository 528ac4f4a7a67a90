using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Why a folder cannot be used, in words that name the next step.</summary>
internal static class FolderFailure
{
    public static bool IsOfTheDisk(Exception e) => e is IOException or UnauthorizedAccessException;

    public static DeviceFaultException Absent(string folder) =>
        new(FaultKind.Unreachable, $"{folder} is not there: is the share mounted, is the network up, is this its name?");

    public static DeviceFaultException NoMarker(string folder, string marker) =>
        new(FaultKind.Unreachable, $"{folder} has no file {marker}: the share that holds it is not mounted there.");

    public static DeviceFaultException Claimed(string folder, IOException e) =>
        new(FaultKind.Busy, $"{folder} is read by another device or another gateway already: give each a folder of its own. ({e.Message})", inner: e);

    public static DeviceFaultException Led(string folder) =>
        new(FaultKind.Refused, $"{folder} is a link or another thing than a folder: files are neither moved nor removed through it. Remove it; the folder is made anew.");

    public static DeviceFaultException NoPlainFile(string path) =>
        new(FaultKind.Refused, $"{path} is a link or another thing than a plain file: it is not followed and nothing is written to it. Remove it; the file is made anew.");

    public static DeviceFaultException Of(string folder, Exception e) => Of(folder, e.Message, e is UnauthorizedAccessException, e);

    /// <param name="folder">Which.</param>
    /// <param name="why">What the system says; it may name a file.</param>
    /// <param name="isRefused">Whether rights are missing.</param>
    /// <param name="e">What was caught; null where nobody may see it.</param>
    public static DeviceFaultException Of(string folder, string why, bool isRefused, Exception? e = null) => isRefused
        ? new(FaultKind.Refused, $"this account may not read and move files in {folder}: give it the right to read, write and enter that folder. ({why})", inner: e)
        : new(FaultKind.Unreachable, $"{folder} cannot be used: {why}", inner: e);
}
