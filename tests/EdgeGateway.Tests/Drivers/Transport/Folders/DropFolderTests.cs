using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Drivers.Transport.Folders;

/// <summary>On a real file system, with everything that may lie in a folder.</summary>
public sealed class DropFolderTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly string _root = Directory.CreateTempSubdirectory("edgegateway-drop").FullName;
    private readonly FakeHost _host = new(new NoInbox());

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Next_FileWrittenInPlace_ComesWhenItStandsStill()
    {
        using var folder = Open();
        Write("a.dcs", "half");
        var next = folder.NextAsync(default);
        for (int i = 0; i < 10; i++)
        {
            await Task.Delay(60);
            Assert.False(next.IsCompleted);
            File.AppendAllText(Path.Combine(_root, "a.dcs"), "more");
        }

        var file = await next.WaitAsync(s_limit);

        Assert.Equal(44, file.Content!.Value.Length);
    }

    [Theory]
    [InlineData("a.dcs.tmp")]
    [InlineData("a.dcs.PART")]
    [InlineData(".a.dcs")]
    [InlineData("a.dcs~")]
    public async Task Next_RenamedFromAPassingName_ComesAtOnce(string passing)
    {
        using var folder = Open(settle: TimeSpan.FromMinutes(5));
        Write(passing, "whole");
        var next = folder.NextAsync(default);
        await Task.Delay(300);
        Assert.False(next.IsCompleted);

        File.Move(Path.Combine(_root, passing), Path.Combine(_root, "a.dcs"));

        Assert.Equal("a.dcs", (await next.WaitAsync(s_limit)).Name);
    }

    [Fact]
    public async Task Next_LinksPipesAndSubFolders_AreNotFollowed()
    {
        string outside = Directory.CreateTempSubdirectory("edgegateway-outside").FullName;
        File.WriteAllText(Path.Combine(outside, "secret"), "secret");
        File.CreateSymbolicLink(Path.Combine(_root, "0-link"), Path.Combine(outside, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "1-folder"), outside);
        Directory.CreateDirectory(Path.Combine(_root, "2-sub"));
        Write("2-sub/inner.dcs", "inner");
        using (var pipe = Process.Start("mkfifo", [Path.Combine(_root, "3-pipe")]))
        {
            await pipe.WaitForExitAsync();
        }

        Write("z.dcs", "plain");
        using var folder = Open();

        Assert.Equal("z.dcs", (await folder.NextAsync(default).WaitAsync(s_limit)).Name);
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task Done_NameTakenAlready_GetsANumberAndKeepsBoth()
    {
        using var folder = Open();
        foreach (string text in new[] { "first", "second" })
        {
            Write("a.dcs", text);
            folder.Done(await folder.NextAsync(default).WaitAsync(s_limit));
        }

        Assert.Equal("first", File.ReadAllText(Path.Combine(_root, "done", "a.dcs")));
        Assert.Equal("second", File.ReadAllText(Path.Combine(_root, "done", "a.dcs.2")));
    }

    [Fact]
    public async Task Done_ReplacedAfterItWasRead_StaysAndComesAgain()
    {
        using var folder = Open();
        Write("a.dcs", "first");
        var read = await folder.NextAsync(default).WaitAsync(s_limit);
        Write("b.tmp", "other");
        File.Move(Path.Combine(_root, "b.tmp"), Path.Combine(_root, "a.dcs"), overwrite: true);

        folder.Done(read);

        Assert.Empty(Directory.GetFiles(Path.Combine(_root, "done")));
        Assert.Equal("other"u8.ToArray(), (await folder.NextAsync(default).WaitAsync(s_limit)).Content!.Value.ToArray());
    }

    [Fact]
    public async Task Next_NotMoved_IsOfferedByTheNextOne()
    {
        Write("a.dcs", "text");
        using (var first = Open())
        {
            await first.NextAsync(default).WaitAsync(s_limit);
        }

        using var second = Open();
        Assert.Equal("a.dcs", (await second.NextAsync(default).WaitAsync(s_limit)).Name);
    }

    [Fact]
    public async Task Later_File_ComesAgainAfterTheOthers()
    {
        using var folder = Open();
        Write("a.dcs", "text");
        var file = await folder.NextAsync(default).WaitAsync(s_limit);

        folder.Later(file);
        var again = await folder.NextAsync(default).WaitAsync(s_limit);

        Assert.Equal("a.dcs", again.Name);
        Assert.True(again.StoodFor >= 2 * TimeSpan.FromMilliseconds(150));
    }

    [Fact]
    public async Task Next_FolderGoes_IsUnreachableUntilItIsBack()
    {
        using (var folder = Open())
        {
            var next = folder.NextAsync(default);
            Directory.Delete(_root, recursive: true);
            var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => next.WaitAsync(s_limit));
            Assert.Equal(FaultKind.Unreachable, fault.Kind);
        }

        Assert.Equal(FaultKind.Unreachable, Assert.Throws<DeviceFaultException>(() => Open()).Kind);
        Directory.CreateDirectory(_root);
        using var back = Open();
        Write("a.dcs", "text");
        Assert.Equal("a.dcs", (await back.NextAsync(default).WaitAsync(s_limit)).Name);
    }

    [Fact]
    public async Task Done_MoreThanIsKept_DropsTheOldestOnly()
    {
        using (var folder = Open(keepBytes: 3_000))
        {
            for (int i = 0; i < 5; i++)
            {
                Write($"{i}.dcs", new string('x', 1_000));
                folder.Done(await folder.NextAsync(default).WaitAsync(s_limit));
            }
        }

        // The next opening tidies up.
        using var again = Open(keepBytes: 3_000);

        Assert.Equal(["2.dcs", "3.dcs", "4.dcs"], Directory.GetFiles(Path.Combine(_root, "done")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Quarantine_File_SaysWhyBesideIt()
    {
        using var folder = Open();
        Write("a.dcs", "text");

        folder.Quarantine(await folder.NextAsync(default).WaitAsync(s_limit), "not-dicom");

        Assert.Equal("text", File.ReadAllText(Path.Combine(_root, "quarantine", "a.dcs")));
        Assert.Equal("not-dicom\n", File.ReadAllText(Path.Combine(_root, "quarantine", "a.dcs.reason")));
    }

    [Fact]
    public async Task Next_LongerThanIsRead_ComesWithoutItsContent()
    {
        using var folder = Open(mostBytes: 10);
        Write("a.dcs", "eleven byte");

        var file = await folder.NextAsync(default).WaitAsync(s_limit);

        Assert.Equal((11, null), (file.Bytes, file.Content));
    }

    [Fact]
    public async Task Next_Cancelled_EndsAtOnce()
    {
        using var folder = Open();
        using var stop = new CancellationTokenSource(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.NextAsync(stop.Token).WaitAsync(s_limit));
    }

    [Fact]
    public async Task Scratch_Files_AreMovedLikeOthersAndTheRestGoes()
    {
        using var folder = Open();
        string path;
        using (var scratch = folder.MakeScratch())
        {
            path = scratch.Path;
            scratch.Write(".profile", "settings");
            File.WriteAllText(Path.Combine(scratch.Path, "TDR.1.2"), "sent");
            folder.Done(Assert.Single(scratch.Files()));
            File.WriteAllText(Path.Combine(scratch.Path, "TDR.1.3"), "never answered");
        }

        Assert.False(Directory.Exists(path));
        Assert.Equal("sent", File.ReadAllText(Path.Combine(_root, "done", "TDR.1.2")));
        using var stop = new CancellationTokenSource(500);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.NextAsync(stop.Token));
    }

    private IDropFolder Open(TimeSpan? settle = null, long mostBytes = 1 << 20, long keepBytes = 1 << 20) =>
        new DropFolders(TimeProvider.System, NullLogger.Instance).Open(
            new DropFolderSettings(_root)
            {
                Settle = settle ?? TimeSpan.FromMilliseconds(150),
                Rescan = TimeSpan.FromMilliseconds(50),
                MostBytes = mostBytes,
                KeepBytes = keepBytes,
            },
            _host);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_root, name), text);
}
