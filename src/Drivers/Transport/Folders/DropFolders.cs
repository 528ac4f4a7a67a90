using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>Folders of this machine, and those that are mounted. Linux.</summary>
/// <param name="time">Whose clock measures.</param>
/// <param name="log">Where it is told what a technician may want to know.</param>
/// <param name="own">Where folders of the gateway itself are made; null: nowhere.</param>
public sealed class DropFolders(TimeProvider time, ILogger log, string? own = null) : IDropFolders
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

    public IDropFolder OpenOwn(string name, DropFolderSettings settings, IDeviceWatch watch)
    {
        string path = Path.Combine(own ?? throw new DeviceFaultException(FaultKind.Misconfigured, "there is no folder of the gateway's own here"), name);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (FolderFailure.IsOfTheDisk(e))
        {
            throw FolderFailure.Of(path, e);
        }

        return Open(settings with { Path = path, Marker = null }, watch);
    }
}
