using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.PdtRadio;
using EdgeGateway.Tests.Support;
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
        var time = new FakeTimeProvider();
        using var folder = Open(settle: TimeSpan.FromMinutes(1), time: time);
        Write("a.dcs", "half");
        var next = folder.NextAsync(default);
        for (int i = 0; i < 10; i++)
        {
            await LookAsync(time, TimeSpan.FromSeconds(40));
            Assert.False(next.IsCompleted);
            File.AppendAllText(Path.Combine(_root, "a.dcs"), "more");
        }

        await Eventually.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(40));
                return next.IsCompleted;
            },
            "it stands still");
        var file = await next;

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

    [Theory]
    [InlineData("done")]
    [InlineData("quarantine")]
    [InlineData(".receiving")]
    public void Open_LinkInPlaceOfAFolderOfOurs_IsRefusedAndNothingElsewhereGoes(string name)
    {
        string outside = Directory.CreateTempSubdirectory("edgegateway-outside").FullName;
        string old = Path.Combine(outside, "store-0");
        File.WriteAllText(old, new string('x', 5_000));
        Directory.CreateSymbolicLink(Path.Combine(_root, name), outside);

        var fault = Assert.Throws<DeviceFaultException>(() =>
        {
            using var folder = Open(keepBytes: 1_000);
            Directory.CreateSymbolicLink(Path.Combine(_root, ".receiving"), outside);
            folder.MakeScratch().Dispose();
        });

        Assert.Equal(FaultKind.Refused, fault.Kind);
        Assert.Contains(name, fault.Message, StringComparison.Ordinal);
        Assert.Equal([old], Directory.GetFileSystemEntries(outside));
        Directory.Delete(outside, recursive: true);
    }

    [Fact]
    public async Task Done_ItsFolderBecameALink_IsRefusedAndTheFileStays()
    {
        string outside = Directory.CreateTempSubdirectory("edgegateway-outside").FullName;
        using var folder = Open();
        Write("a.dcs", "text");
        var file = await folder.NextAsync(default).WaitAsync(s_limit);
        Directory.Delete(Path.Combine(_root, "done"));
        Directory.CreateSymbolicLink(Path.Combine(_root, "done"), outside);

        Assert.Equal(FaultKind.Refused, Assert.Throws<DeviceFaultException>(() => folder.Done(file)).Kind);

        Assert.Empty(Directory.GetFiles(outside));
        Assert.True(File.Exists(Path.Combine(_root, "a.dcs")));
        Directory.Delete(outside);
    }

    [Fact]
    public async Task Quarantine_LinkWhereTheReasonBelongs_IsNotWrittenThrough()
    {
        string precious = Path.GetTempFileName();
        File.WriteAllText(precious, "precious");
        using var folder = Open();
        File.CreateSymbolicLink(Path.Combine(_root, "quarantine", "a.dcs.reason"), precious);
        Write("a.dcs", "text");

        folder.Quarantine(await folder.NextAsync(default).WaitAsync(s_limit), "not-dicom");

        Assert.Equal("precious", File.ReadAllText(precious));
        Assert.Equal("not-dicom\n", File.ReadAllText(Path.Combine(_root, "quarantine", "a.dcs.2.reason")));
        File.Delete(precious);
    }

    [Fact]
    public async Task Scratch_FileThatChangesWhileItIsLookedAt_IsNotPassedOver()
    {
        using var folder = Open(mostBytes: 1 << 24);
        using var scratch = folder.MakeScratch();
        string path = Path.Combine(scratch.Path, "TDR.1.2");
        File.WriteAllBytes(path, new byte[1 << 22]);
        Assert.Single(scratch.Files()!);
        using var stop = new CancellationTokenSource();
        var touching = Task.Run(() =>
        {
            for (int second = 0; !stop.IsCancellationRequested; second++)
            {
                File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddSeconds(second));
            }
        });

        IReadOnlyList<DropFile>? looked = [];
        await Eventually.TrueAsync(() => (looked = scratch.Files()) is not { Count: 1 }, "a look in between");

        Assert.Null(looked);
        await stop.CancelAsync();
        await touching;
        Assert.Single(scratch.Files()!);
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
            folder.Done(Assert.Single(scratch.Files()!));
            File.WriteAllText(Path.Combine(scratch.Path, "TDR.1.3"), "never answered");
        }

        Assert.False(Directory.Exists(path));
        Assert.Equal("sent", File.ReadAllText(Path.Combine(_root, "done", "TDR.1.2")));
        using var stop = new CancellationTokenSource(500);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => folder.NextAsync(stop.Token));
    }

    /// <summary>Time passes, and the folder is looked into behind it: what it waits with is armed anew.</summary>
    private static async Task LookAsync(FakeTimeProvider time, TimeSpan passes)
    {
        await Eventually.TrueAsync(() => time.Timers > 0, "the folder waits");
        time.Advance(passes);
        await Eventually.TrueAsync(() => time.Timers > 0, "the folder waits again");
    }

    private IDropFolder Open(TimeSpan? settle = null, long mostBytes = 1 << 20, long keepBytes = 1 << 20, TimeProvider? time = null) =>
        new DropFolders(time ?? TimeProvider.System, NullLogger.Instance).Open(
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
