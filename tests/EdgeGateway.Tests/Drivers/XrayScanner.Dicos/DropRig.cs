using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>A scanner that writes into a folder of its own.</summary>
internal sealed class DropRig : IDriverRig
{
    private readonly string _root = Directory.CreateTempSubdirectory("edgegateway-scan").FullName;
    private int _garbage;

    public DropRig() => Directory.CreateDirectory(Folder);

    public string Folder => Path.Combine(_root, "drop");

    /// <summary>Where the gateway keeps what is its own.</summary>
    public string Own => Path.Combine(_root, "own");

    /// <summary>What was sent and stands there still.</summary>
    public string[] Sent => [.. Directory.GetFiles(Own, "*", SearchOption.AllDirectories).Where(static path => Path.GetFileName(path)[0] != '.')];

    public DicosOptions Options => new() { Folder = Settings(Folder), Patience = TimeSpan.FromSeconds(1) };

    public bool DeviceConnects => false;

    public bool HasAcknowledgement => true;

    public int Acknowledged => Directory.Exists(Folder + "/done") ? Directory.GetFiles(Folder + "/done").Length : 0;

    public IDeviceDriver CreateDriver(FakeHost host) => new DicosDriver(host.Context, Options);

    public IDeviceDriver CreateDriverToNobody(FakeHost host) => new DicosDriver(host.Context, Options with { Folder = Settings(Path.Combine(_root, "nowhere")) });

    /// <summary>A folder has no password; whom it refuses is an account without the right to it. Tests may run as one that has every right.</summary>
    public IDeviceDriver CreateDriverWithWrongCredentials(FakeHost host)
    {
        host.Folders = new NoRights();
        return CreateDriver(host);
    }

    public IDeviceDriver CreateDriverToMute(FakeHost host) => CreateDriver(host);

    public Task SendReadingAsync(string plate)
    {
        Rename(plate + ".dcs", ScannerWords.File(plate).Bytes);
        return Task.CompletedTask;
    }

    public async Task SendReadingSlowlyAsync(string plate)
    {
        await using var stream = new FileStream(Path.Combine(Folder, plate + ".dcs"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        foreach (byte one in ScannerWords.File(plate).Bytes)
        {
            stream.WriteByte(one);
        }
    }

    public Task SendGarbageAsync()
    {
        Rename($"garbage-{_garbage++}.dcs", "this is no file of a scanner, whatever its name"u8.ToArray());
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

    public void Rename(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllBytes(path + ".tmp", bytes);
        File.Move(path + ".tmp", path);
    }

    private static DropFolderSettings Settings(string folder) => new(folder) { Settle = TimeSpan.FromMilliseconds(150), Rescan = TimeSpan.FromMilliseconds(100) };

    private sealed class NoRights : IDropFolders
    {
        public IDropFolder Open(DropFolderSettings settings, IDeviceWatch watch) => throw new DeviceFaultException(FaultKind.Refused, "not allowed");

        public IDropFolder OpenOwn(string name, DropFolderSettings settings, IDeviceWatch watch) => Open(settings, watch);
    }
}
