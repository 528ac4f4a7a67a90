namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>A folder for one run of a program. What a dead gateway left of it was never promised to anybody.</summary>
internal sealed class ScratchFolder : IScratchFolder
{
    private const string Home = ".receiving";

    private readonly long _mostBytes;

    /// <exception cref="IOException">Not possible.</exception>
    /// <exception cref="UnauthorizedAccessException">No right.</exception>
    public ScratchFolder(string root, int number, long mostBytes)
    {
        _mostBytes = mostBytes;
        string home = System.IO.Path.Combine(root, Home);
        Path = System.IO.Path.Combine(home, FormattableString.Invariant($"{Environment.ProcessId}-{number}"));
        Directory.CreateDirectory(home);
        (FileCalls.OpenFolder(home) ?? throw FolderFailure.Led(home)).Dispose();
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public static void Clear(string root)
    {
        string home = System.IO.Path.Combine(root, Home);
        if (Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }
    }

    public string Write(string name, string text)
    {
        string path = System.IO.Path.Combine(Path, name);
        File.WriteAllText(path, text);
        return path;
    }

    public bool HasFiles => Names().Any();

    public IReadOnlyList<DropFile>? Files()
    {
        var entries = Names().Select(path => (Path: path, Look: FileCalls.Look(path))).Where(file => file.Look is not null)
            .Select(file => new FolderEntry(System.IO.Path.GetFileName(file.Path), file.Look!.Value.Facts));
        var files = new List<DropFile>();
        foreach (var entry in FolderEntry.InOrder(entries))
        {
            if (FileReading.Read(System.IO.Path.Combine(Path, entry.Name), entry, _mostBytes, TimeSpan.Zero) is not { } file)
            {
                return null;
            }

            files.Add(file);
        }

        return files;
    }

    private IEnumerable<string> Names() => Directory.EnumerateFiles(Path).Where(path => !System.IO.Path.GetFileName(path).StartsWith('.'));

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (FolderFailure.IsOfTheDisk(e))
        {
            // The next opening clears what is left.
        }
    }
}
