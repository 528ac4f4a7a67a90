using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>
/// What was told last of each printer, and of all together, as a digest: over links and restarts nothing is told that was. What is about to be told is forgotten
/// before, so that after a crash it is told as it is then.
/// </summary>
/// <param name="memory">Null: it is known only while this lasts.</param>
internal sealed class PrinterMemory(IDeviceMemory? memory)
{
    private const string Name = "told";
    private const int Digits = 16;

    private readonly Dictionary<string, string> _told = (memory?.Recall(Name) ?? string.Empty).Split('\n')
        .Where(line => line.Length > Digits).DistinctBy(line => line[Digits..]).ToDictionary(line => line[Digits..], line => line[..Digits], StringComparer.Ordinal);

    /// <summary>Of what anything was told.</summary>
    public IEnumerable<string> Names => _told.Keys;

    /// <param name="what">Module, or a word that is none.</param>
    /// <param name="said">All of what is said of it that makes a change.</param>
    public bool Knows(string what, string said) => _told.GetValueOrDefault(what) == Digest(said);

    /// <summary>It is about to be told, or is gone and told for gone.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing must be told.</exception>
    public Task ForgetAsync(string what, CancellationToken ct) => _told.Remove(what) ? WriteAsync(ct) : Task.CompletedTask;

    /// <summary>It is told, and safe.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; after a restart it is told once more.</exception>
    public Task NoteAsync(string what, string said, CancellationToken ct)
    {
        _told[what] = Digest(said);
        return WriteAsync(ct);
    }

    /// <summary>What does not fit is told once more after a restart.</summary>
    private Task WriteAsync(CancellationToken ct)
    {
        int room = IDeviceMemory.LongestValue;
        var lines = _told.Select(one => one.Value + one.Key).TakeWhile(line => (room -= line.Length + 1) >= 0);
        return memory?.RememberAsync(Name, string.Join('\n', lines), ct) ?? Task.CompletedTask;
    }

    private static string Digest(string said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)).AsSpan(0, Digits / 2));
}
