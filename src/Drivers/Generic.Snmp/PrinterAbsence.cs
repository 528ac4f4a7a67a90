using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>
/// Printers that their agent has no more while an alarm of theirs stands, and for how long it said so, over restarts. Their indices hold only until the agent begins
/// anew (RFC 2790, hrDeviceIndex): from then on nobody comes back to end what stands.
/// </summary>
internal sealed class PrinterAbsence
{
    private const string Name = "absent";

    /// <summary>490 days in hundredths of a second: beyond it an uptime begins at 0 again and the agent does not.</summary>
    private const ulong MostTicks = 490UL * 86_400 * 100;

    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_step = TimeSpan.FromHours(1);

    private readonly DriverContext _context;
    private readonly Dictionary<string, TimeSpan> _absent = [];
    private HashSet<string> _kept;
    private ulong? _ticks;
    private long? _at;
    private long? _written;

    public PrinterAbsence(DriverContext context)
    {
        _context = context;
        foreach (string[] line in (context.Memory?.Recall(Name) ?? string.Empty).Split('\n').Select(line => line.Split(' ', 2)))
        {
            Read(line);
        }

        _kept = [.. _absent.Keys];
    }

    /// <summary>Whether the agent began anew before the last whole answers: what it calls a printer may be another one.</summary>
    public bool IsAnew { get; private set; }

    public bool Knows(string module) => _absent.ContainsKey(module);

    /// <summary>The one that is gone the longest; null: none is.</summary>
    public string? Oldest => _absent.Count > 0 ? _absent.MaxBy(one => one.Value).Key : null;

    /// <param name="answers">Whole ones.</param>
    /// <param name="gone">Printers with an alarm that stands and that are not in the answers.</param>
    /// <returns>Those that will not come back.</returns>
    public IReadOnlyList<string> Take(PrinterAnswers answers, IReadOnlyCollection<string> gone)
    {
        IsAnew = answers.UpTime < _ticks && _ticks < MostTicks;
        _ticks = answers.UpTime ?? _ticks;
        var passed = _at is { } at ? _context.Time.GetElapsedTime(at) : TimeSpan.Zero;
        _at = _context.Time.GetTimestamp();
        Forget([.. _absent.Keys.Except(gone)]);
        foreach (string module in gone)
        {
            _absent[module] = _absent.TryGetValue(module, out var before) ? before + (passed < s_step ? passed : s_step) : TimeSpan.Zero;
        }

        return [.. gone.Where(module => IsAnew || _absent[module] >= s_longest)];
    }

    /// <summary>The answers were not whole: they say nothing of what is not in them.</summary>
    public void Miss(IEnumerable<string> present)
    {
        (_at, IsAnew) = (null, false);
        Forget(present);
    }

    /// <summary>They are back, or their alarms are ended.</summary>
    public void Forget(IEnumerable<string> modules)
    {
        foreach (string module in modules)
        {
            _absent.Remove(module);
        }
    }

    /// <summary>All is told; each hour it is written while an alarm stands, and when others are gone than before.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; it is due in the next round.</exception>
    public async Task KeepAsync(bool anyStands, CancellationToken ct)
    {
        bool isDue = anyStands && (_written is not { } written || _context.Time.GetElapsedTime(written) >= s_step);
        if (_context.Memory is { } memory && (isDue || !_kept.SetEquals(_absent.Keys)))
        {
            var lines = _absent.Select(one => FormattableString.Invariant($"{(long)one.Value.TotalSeconds} {one.Key}"));
            await memory.RememberAsync(Name, string.Join('\n', lines.Prepend(FormattableString.Invariant($"{_ticks}"))), ct).ConfigureAwait(false);
            (_kept, _written) = ([.. _absent.Keys], _context.Time.GetTimestamp());
        }
    }

    private void Read(string[] line)
    {
        bool isNumber = ulong.TryParse(line[0], NumberStyles.None, CultureInfo.InvariantCulture, out ulong number);
        if (isNumber && line.Length == 1)
        {
            _ticks = number;
        }
        else if (isNumber)
        {
            _absent[line[1]] = TimeSpan.FromSeconds(Math.Min(number, s_longest.TotalSeconds));
        }
    }
}
