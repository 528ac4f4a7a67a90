using EdgeGateway.Drivers.Abstractions;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Folders of this machine, and those that are mounted. Linux.</summary>
/// <param name="time">Whose clock measures.</param>
/// <param name="log">Where it is told what a technician may want to know.</param>
public sealed class DropFolders(TimeProvider time, ILogger log) : IDropFolders
{
    public IDropFolder Open(DropFolderSettings settings, IDeviceWatch watch)
    {
        var folder = new DropFolder(settings, watch, time, log);
        try
        {
            folder.Prepare();
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }
}
