using System.Globalization;
using System.Security.Cryptography;

namespace EdgeGateway.Store.Media;

/// <summary>The files below <c>media/</c>. Only the writer's thread changes them.</summary>
internal sealed class Spool
{
    private const int MostSetAside = 100;

    private readonly string _root;
    private readonly string _incoming;
    private readonly bool[] _folders = new bool[256];
    private long _passing;

    public Spool(string folder)
    {
        _root = Path.Combine(Path.GetFullPath(folder), "media");
        _incoming = Path.Combine(_root, "incoming");
    }

    public static bool IsHash(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower);

    public string PathOf(string sha256) => Path.Combine(_root, sha256[..2], sha256);

    public bool Holds(string sha256) => File.Exists(PathOf(sha256));

    /// <returns>The bytes, or null when the file is gone or the name is no hash: names come from outside too.</returns>
    public Stream? Open(string sha256)
    {
        if (!IsHash(sha256))
        {
            return null;
        }

        try
        {
            return new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <returns>True when the file is what its name says; also when it is not there, which others find.</returns>
    public bool Sound(string sha256)
    {
        using Stream? content = Open(sha256);
        try
        {
            return content is null || Convert.ToHexStringLower(SHA256.HashData(content)) == sha256;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Moves a file that is not what its name says out of the way; a hundred are kept for whoever looks into it.</summary>
    public void SetAside(string sha256)
    {
        string folder = _root + "-damaged";
        Directory.CreateDirectory(folder);
        if (Directory.EnumerateFiles(folder).Take(MostSetAside).Count() < MostSetAside)
        {
            File.Move(PathOf(sha256), Path.Combine(folder, sha256), overwrite: true);
        }
        else
        {
            Delete(PathOf(sha256));
        }
    }

    public StagedFile Begin(string sha256) =>
        new(this, sha256, Path.Combine(_incoming, (++_passing).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Makes the folder of a file, durable before the file's name is.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public void MakeFolder(string sha256)
    {
        byte first = byte.Parse(sha256.AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (!_folders[first])
        {
            FolderSync.Make(_incoming);
            FolderSync.Make(Path.Combine(_root, sha256[..2]));
            _folders[first] = true;
        }
    }

    public void Delete(IEnumerable<string> hashes)
    {
        foreach (string sha256 in hashes)
        {
            Delete(PathOf(sha256));
        }
    }

    /// <summary>Deletes if it can; a file that stays is an orphan and the next start takes it.</summary>
    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Throws away half-written files.</summary>
    public void SweepIncoming()
    {
        if (Directory.Exists(_incoming))
        {
            Array.ForEach(Directory.GetFiles(_incoming), Delete);
        }
    }

    /// <returns>Names of the files in the folder of this first byte; none when there is no folder.</returns>
    public HashSet<string> Files(byte first)
    {
        string folder = FolderOf(first);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file))] : [];
    }

    public void Delete(byte first, IEnumerable<string> names)
    {
        foreach (string name in names)
        {
            Delete(Path.Combine(FolderOf(first), name));
        }
    }

    private string FolderOf(byte first) => Path.Combine(_root, first.ToString("x2", CultureInfo.InvariantCulture));
}
