using System.Text;

namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>The model forgets what a disk may forget, or every test on it would pass.</summary>
public sealed class DiskModelTests : IDisposable
{
    private const string Root = "/r";

    private readonly ScratchFolder _scratch = ScratchFolder.InMemory();
    private readonly DiskModel _disk = new(Root);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Write_Unsynced_IsGone()
    {
        Play(Folder(9), Open("a", 5), Write(5, "old"), "fsync(5) = 0", "fsync(9) = 0", Write(5, "new"));

        Assert.Equal("old", After("a", Survival.OfNothing));
        Assert.Equal("new", After("a", Survival.OfEverything));
    }

    [Fact]
    public void Name_WhoseFolderIsNotSynced_IsGone()
    {
        Play(Open("a", 5), Write(5, "x"), "fsync(5) = 0");

        Assert.Null(After("a", Survival.OfNothing));
        Assert.Equal("x", After("a", Survival.OfEverything));
    }

    [Fact]
    public void Rename_WhoseFolderIsNotSynced_IsUndone()
    {
        Play(Folder(9), Open("a", 5), Write(5, "x"), "fsync(5) = 0", "fsync(9) = 0", $"rename({Hex("/r/a")}, {Hex("/r/b")}) = 0");

        Assert.Equal("x", After("a", Survival.OfNothing));
        Assert.Null(After("b", Survival.OfNothing));
    }

    [Fact]
    public void Write_WhoseSyncFailed_IsNotSavedByTheNextSync()
    {
        Play(Folder(9), Open("a", 5), "fsync(9) = 0", Write(5, "x"), "fsync(5) = -1 EIO (Input/output error) (INJECTED)", "fsync(5) = 0");

        Assert.Equal("", After("a", Survival.OfNothing));
    }

    [Fact]
    public void Sync_ThatBeganBeforeTheWriteReturned_DoesNotCoverIt()
    {
        Play(Folder(9), Open("a", 5), "fsync(9) = 0");
        Play($"pwrite64(5, {Hex("x")}, 1, 0 <unfinished ...>", "2 fsync(5) = 0", "<... pwrite64 resumed>) = 1");

        Assert.Equal("", After("a", Survival.OfNothing));
    }

    [Fact]
    public void Acknowledgement_CountsFromTheBeginningOfItsCall()
    {
        Play($"write(1, {Hex("7 text .\n")}, 9 <unfinished ...>");

        Assert.Equal("text", _disk.Said.Acknowledged[7]);
    }

    /// <remarks>The kernel has made the folder, and the thread that asked for it is not told yet.</remarks>
    [Fact]
    public void Open_OfAFolderWhoseMakingHasNotReturned_SaysThatItIsMade()
    {
        Play($"mkdir({Hex("/r/f")}, 0700 <unfinished ...>", $"2 {OpenFolder("f", 7)}", $"2 {Open("f/a", 8)}", "<... mkdir resumed>) = 0", Write(8, "x"));

        Assert.Equal("x", After("f/a", Survival.OfEverything));
        Assert.Null(After("f/a", Survival.OfNothing));
    }

    [Fact]
    public void Open_InAFolderWhoseMakingHasNotReturned_SaysThatItIsMade()
    {
        Play($"mkdir({Hex("/r/f")}, 0700 <unfinished ...>", $"2 {Open("f/a", 8)}", "<... mkdir resumed>) = 0", Write(8, "x"));

        Assert.Equal("x", After("f/a", Survival.OfEverything));
    }

    [Fact]
    public void Open_OfANameWhoseRenameHasNotReturned_SaysThatItIsRenamed()
    {
        Play(Open("a", 5), Write(5, "x"), $"rename({Hex("/r/a")}, {Hex("/r/b")} <unfinished ...>", $"2 {OpenFolder("b", 7)}", "<... rename resumed>) = 0");

        Assert.Equal("x", After("b", Survival.OfEverything));
        Assert.Null(After("a", Survival.OfEverything));
    }

    [Fact]
    public void Open_InTheNextProcessOfWhatTheDeadOneWasMaking_SaysThatItIsMade()
    {
        Play($"mkdir({Hex("/r/f")}, 0700 <unfinished ...>");
        _disk.ProcessEnded();
        Play(Open("f/a", 8), Write(8, "x"));

        Assert.Equal("x", After("f/a", Survival.OfEverything));
    }

    [Fact]
    public void Open_OfAFolderThatNobodyMakes_Fails()
    {
        Play($"mkdir({Hex("/r/g")}, 0700 <unfinished ...>", $"3 mkdir({Hex("/r/f")}, 0700) = -1 ENOSPC (No space left on device)");

        Assert.Throws<InvalidDataException>(() => Play($"2 {OpenFolder("f", 7)}"));
        Assert.Throws<InvalidDataException>(() => Play($"2 {Open("f/a", 8)}"));
    }

    private void Play(params string[] calls)
    {
        string log = _scratch.Under("log");
        File.WriteAllLines(log, calls.Select(static call => char.IsAsciiDigit(call[0]) ? call : $"1 {call}"));
        foreach (TraceStep step in TraceReader.Read(log))
        {
            _disk.Take(step);
        }
    }

    private string? After(string name, Survival survival)
    {
        string folder = Directory.CreateDirectory(_scratch.Under(Guid.NewGuid().ToString("n"))).FullName;
        _disk.After(survival, folder);
        string file = Path.Combine(folder, name);
        return File.Exists(file) ? File.ReadAllText(file) : null;
    }

    private static string Folder(int descriptor) => $"openat(AT_FDCWD, {Hex(Root)}, O_RDONLY|O_CLOEXEC) = {descriptor}";

    private static string Open(string name, int descriptor) => $"openat(AT_FDCWD, {Hex($"{Root}/{name}")}, O_RDWR|O_CREAT, 0644) = {descriptor}";

    private static string OpenFolder(string name, int descriptor) => $"openat(AT_FDCWD, {Hex($"{Root}/{name}")}, O_RDONLY|O_NONBLOCK|O_CLOEXEC|O_DIRECTORY) = {descriptor}";

    private static string Write(int descriptor, string text) => $"pwrite64({descriptor}, {Hex(text)}, {text.Length}, 0) = {text.Length}";

    private static string Hex(string text) => $"\"{string.Concat(Encoding.UTF8.GetBytes(text).Select(static value => $"\\x{value:x2}"))}\"";
}
