using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Drivers.Transport.Folders;

/// <summary>Whoever writes into a watched folder puts links where the gateway has names of its own: none leads it elsewhere.</summary>
public sealed class FolderLinksTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly string _root = Directory.CreateTempSubdirectory("edgegateway-drop").FullName;
    private readonly string _outside = Directory.CreateTempSubdirectory("edgegateway-outside").FullName;
    private readonly FakeHost _host = new(new NoInbox());

    private string Claim => Path.Combine(_root, ".gateway");

    public void Dispose()
    {
        Directory.Delete(_root, recursive: true);
        Directory.Delete(_outside, recursive: true);
    }

    [Theory]
    [InlineData("nothing-there-yet")]
    [InlineData("precious")]
    [InlineData("")]
    public void Open_LinkInPlaceOfTheClaim_IsRefusedAndNothingElsewhereIsMade(string target)
    {
        string precious = Path.Combine(_outside, "precious");
        File.WriteAllText(precious, "precious");
        File.CreateSymbolicLink(Claim, Path.Combine(_outside, target));

        var fault = Assert.Throws<DeviceFaultException>(() => Open());

        Assert.Equal(FaultKind.Refused, fault.Kind);
        Assert.Contains(".gateway", fault.Message, StringComparison.Ordinal);
        Assert.Equal([precious], Directory.GetFileSystemEntries(_outside));
        Assert.Equal("precious", File.ReadAllText(precious));
    }

    [Fact]
    public async Task Open_PipeOrFolderInPlaceOfTheClaim_IsRefusedAndHoldsNothingUp()
    {
        Directory.CreateDirectory(Claim);
        Assert.Equal(FaultKind.Refused, Assert.Throws<DeviceFaultException>(() => Open()).Kind);
        Directory.Delete(Claim);
        using (var pipe = Process.Start("mkfifo", [Claim]))
        {
            await pipe.WaitForExitAsync();
        }

        Assert.Equal(FaultKind.Refused, (await Assert.ThrowsAsync<DeviceFaultException>(() => Task.Run(Open).WaitAsync(s_limit))).Kind);
    }

    [Fact]
    public void Open_ClaimOfAnother_IsBusyUntilThatEndsAndWritesNothing()
    {
        File.WriteAllText(Claim, "left by somebody");
        using (Open())
        {
            Assert.Equal(FaultKind.Busy, Assert.Throws<DeviceFaultException>(() => Open()).Kind);
        }

        Open().Dispose();
        Assert.Equal("left by somebody", File.ReadAllText(Claim));
    }

    [Theory]
    [InlineData("done")]
    [InlineData("quarantine")]
    public async Task Leave_ItsFolderBecameALink_IsRefusedAndTheFileStays(string shelf)
    {
        using var folder = Open();
        File.WriteAllText(Path.Combine(_root, "a.dcs"), "text");
        var file = await folder.NextAsync(default).WaitAsync(s_limit);
        Directory.Delete(Path.Combine(_root, shelf));
        Directory.CreateSymbolicLink(Path.Combine(_root, shelf), _outside);

        var fault = Assert.Throws<DeviceFaultException>(() => Leave(folder, file, shelf));

        Assert.Equal(FaultKind.Refused, fault.Kind);
        Assert.Empty(Directory.GetFileSystemEntries(_outside));
        Assert.True(File.Exists(Path.Combine(_root, "a.dcs")));
    }

    [Theory]
    [InlineData("done")]
    [InlineData("quarantine")]
    public async Task Leave_TheFileBecameALink_IsNotTakenAndNotFollowed(string shelf)
    {
        string precious = Path.Combine(_outside, "precious");
        File.WriteAllText(precious, "text");
        using var folder = Open();
        File.WriteAllText(Path.Combine(_root, "a.dcs"), "text");
        var file = await folder.NextAsync(default).WaitAsync(s_limit);
        File.Delete(Path.Combine(_root, "a.dcs"));
        File.CreateSymbolicLink(Path.Combine(_root, "a.dcs"), precious);

        Leave(folder, file, shelf);

        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_root, shelf)));
        Assert.Equal("text", File.ReadAllText(precious));
    }

    private IDropFolder Open() => new DropFolders(TimeProvider.System, NullLogger.Instance).Open(
        new DropFolderSettings(_root) { Settle = TimeSpan.FromMilliseconds(150), Rescan = TimeSpan.FromMilliseconds(50) }, _host);

    private static void Leave(IDropFolder folder, DropFile file, string shelf)
    {
        if (shelf == "done")
        {
            folder.Done(file);
        }
        else
        {
            folder.Quarantine(file, "not-dicom");
        }
    }
}
