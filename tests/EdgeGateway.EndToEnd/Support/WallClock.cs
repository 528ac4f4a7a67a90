using System.Globalization;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>
/// A wall clock for one process that a test can set: Debian's libfaketime in front of the C library. The clock since boot
/// stays the real one, as it does when somebody sets the time of a machine.
/// </summary>
public sealed class WallClock : IDisposable
{
    private const string Library = "faketime/libfaketimeMT.so.1";

    private readonly string _file = Path.GetTempFileName();

    public WallClock() => Set(TimeSpan.Zero);

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["LD_PRELOAD"] = FindLibrary(),
        ["FAKETIME_TIMESTAMP_FILE"] = _file,
        ["FAKETIME_NO_CACHE"] = "1",
        ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        ["DONT_FAKE_MONOTONIC"] = "1",
    };

    /// <summary>From now on the process sees the true time plus this.</summary>
    public void Set(TimeSpan offset)
    {
        // Renamed into place: a half-written file would be a third time.
        string next = _file + ".next";
        File.WriteAllText(next, offset.TotalSeconds.ToString("+0;-0", CultureInfo.InvariantCulture) + "\n");
        File.Move(next, _file, overwrite: true);
    }

    public void Dispose() => File.Delete(_file);

    private static string FindLibrary() =>
        Directory.EnumerateDirectories("/usr/lib").Append("/usr/lib")
            .Select(static folder => Path.Combine(folder, Library))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("libfaketime is missing; test.sh installs it");
}
