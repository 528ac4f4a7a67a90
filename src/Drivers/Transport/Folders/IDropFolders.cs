using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Opens folders that devices put files into.</summary>
public interface IDropFolders
{
    /// <param name="settings">Where it is, and when a file counts as complete.</param>
    /// <param name="watch">Told of what was survived: files without rights, names that are no files.</param>
    /// <exception cref="DeviceFaultException"><c>Unreachable</c>: not there, or its marker is not. <c>Refused</c>: no rights. Each says what to do.</exception>
    IDropFolder Open(DropFolderSettings settings, IDeviceWatch watch);

    /// <summary>A folder among the gateway's own data, made when it is not there: for what is received by other ways, which a slow or full share must not hold up.</summary>
    /// <param name="name">Whose, an id of a device.</param>
    /// <param name="settings">As in <see cref="Open"/>; where it is, and its marker, do not count.</param>
    /// <param name="watch">As in <see cref="Open"/>.</param>
    /// <exception cref="DeviceFaultException">As in <see cref="Open"/>.</exception>
    IDropFolder OpenOwn(string name, DropFolderSettings settings, IDeviceWatch watch);
}
