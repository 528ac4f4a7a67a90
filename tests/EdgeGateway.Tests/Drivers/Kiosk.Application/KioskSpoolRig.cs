using System.Text;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

/// <summary>A kiosk that leaves each message as a file.</summary>
internal sealed class KioskSpoolRig : IDriverRig
{
    private readonly string _root = Directory.CreateTempSubdirectory("edgegateway-kiosk").FullName;
    private int _sent;
    private int _garbage;

    public KioskSpoolRig() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(_root, "spool");

    public KioskApplicationOptions Options => new() { Spool = Settings(Folder), Patience = TimeSpan.FromSeconds(1) };

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => true;

    /// <summary>What was told leaves the folder.</summary>
    public int Acknowledged => Directory.Exists(Folder) ? Volatile.Read(ref _sent) - Directory.GetFiles(Folder, "*.json").Length : 0;

    public IDeviceDriver CreateDriver(FakeHost host) => new KioskApplicationDriver(host.Context, Options);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => new KioskApplicationDriver(host.Context, Options with { Spool = Settings(Path.Combine(_root, "nowhere")) });

    /// <summary>A folder has no password; whom it refuses is an account without the right to it. Tests may run as one that has every right.</summary>
    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        host.Folders = new NoRights();
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public Task SendReadingAsync(string plate)
    {
        Rename($"{plate}.json", KioskWriting.Beat(plate));
        Interlocked.Increment(ref _sent);
        return Task.CompletedTask;
    }

    public async Task SendReadingSlowlyAsync(string plate)
    {
        await using var stream = new FileStream(Path.Combine(Folder, plate + ".json"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        foreach (byte one in Encoding.ASCII.GetBytes(KioskWriting.Beat(plate)))
        {
            stream.WriteByte(one);
        }
    }

    public Task SendGarbageAsync()
    {
        Rename($"garbage-{_garbage++}.txt", "this is no message of a kiosk");
        return Task.CompletedTask;
    }

    public Task DropAsync()
    {
        Directory.Move(Folder, Folder + "-gone");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    public void Rename(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllText(path + ".tmp", text);
        File.Move(path + ".tmp", path);
    }

    private static DropFolderSettings Settings(string folder) => new(folder) { Settle = TimeSpan.FromMilliseconds(150), Rescan = TimeSpan.FromMilliseconds(100), IsPrivate = true };

    private sealed class NoRights : IDropFolders
    {
        public IDropFolder Open(DropFolderSettings settings, IDeviceWatch watch) => throw new DeviceFaultException(FaultKind.Refused, "not allowed");

        public IDropFolder OpenOwn(string name, DropFolderSettings settings, IDeviceWatch watch) => Open(settings, watch);
    }
}
