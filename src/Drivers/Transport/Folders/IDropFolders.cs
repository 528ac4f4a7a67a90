using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Opens folders that devices put files into.</summary>
public interface IDropFolders
{
    /// <param name="settings">Where it is, and when a file counts as complete.</param>
    /// <param name="watch">Told of what was survived: files without rights, names that are no files.</param>
    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: not there, or its marker is not. <c>Refused</c>: no rights. Each says what to do.</exception>
    IDropFolder Open(DropFolderSettings settings, IDeviceWatch watch);
}
