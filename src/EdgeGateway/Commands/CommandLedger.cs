using System.Globalization;
using System.Text.Json;

namespace EdgeGateway.Commands;

/// <summary>
/// The answers to the last commands, on disk before anything is done: why the same id never acts twice, not even over a restart.
/// A ring of fixed lines, so that it neither grows nor needs to be cleaned. A line is given to another command only when its
/// own has ended, has been told, and could not be begun any more; until then a full ring takes nobody.
/// What was forgotten is not trusted to be new: a command whose deadline is not behind that of everything forgotten, or that
/// was issued before this ledger began, is not vouched for. So neither a clock that jumps nor a lost disk opens a way for repeats.
/// </summary>
public sealed class CommandLedger
{
    /// <summary>Lines of the ring.</summary>
    public const int Lines = 1_000;

    private const string BeganName = "commands.began";

    private readonly Lock _gate = new();
    private readonly ICommandMemory _memory;
    private readonly TimeProvider _time;
    private readonly TimeSpan _allowance;
    private readonly CommandCase?[] _lines = new CommandCase?[Lines];
    private readonly Dictionary<string, int> _lineOf = new(StringComparer.Ordinal);
    private DateTimeOffset _forgotten;
    private DateTimeOffset _began;
    private bool _isDamaged;

    /// <param name="memory">Where it is kept.</param>
    /// <param name="time">The gateway's clock.</param>
    /// <param name="allowance">How long behind its deadline an answer is kept at the least.</param>
    public CommandLedger(ICommandMemory memory, TimeProvider time, TimeSpan allowance)
    {
        (_memory, _time, _allowance) = (memory, time, allowance);
        for (int line = 0; line < Lines; line++)
        {
            Load(line);
        }
    }

    /// <summary>Everything that has not been told to its end; in no order.</summary>
    public IReadOnlyList<CommandCase> Untold()
    {
        lock (_gate)
        {
            return [.. _lines.OfType<CommandCase>().Where(one => !one.Told)];
        }
    }

    /// <summary>Notes when this ledger began, once in the life of a store.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public async Task BeginAsync()
    {
        // A whole second, because many issuers write no fraction.
        var now = _time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        bool known = DateTimeOffset.TryParse(_memory.Recall(BeganName), CultureInfo.InvariantCulture, out var began);

        // A ledger cannot have begun in the future: the clock was wrong then, or is now.
        _began = known && began < now && !_isDamaged ? began : now;
        if (!known || began != _began)
        {
            await _memory.RememberAsync(BeganName, _began.ToString("O", CultureInfo.InvariantCulture)).ConfigureAwait(false);
        }
    }

    public CommandCase? Find(string id)
    {
        lock (_gate)
        {
            return _lineOf.TryGetValue(id, out int line) ? _lines[line] : null;
        }
    }

    /// <returns>False when a command of these times may have been here, and been forgotten.</returns>
    public bool Vouches(DateTimeOffset issuedAt, DateTimeOffset deadline)
    {
        lock (_gate)
        {
            return deadline > _forgotten && (issuedAt >= _began || _began > _time.GetUtcNow());
        }
    }

    /// <summary>Gives a new command a line. Completes when it is on disk.</summary>
    /// <returns>False when every line is still needed.</returns>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses; the ledger is as before.</exception>
    public async Task<bool> TryEnterAsync(CommandCase one)
    {
        var (line, before, entered) = Take(one);
        if (entered is null)
        {
            return false;
        }

        try
        {
            await WriteAsync(line, entered).ConfigureAwait(false);
            return true;
        }
        catch
        {
            GiveBack(line, entered, before);
            throw;
        }
    }

    /// <summary>Writes how far a command got. Completes when it is on disk; known here at once, whatever the disk says.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public Task UpdateAsync(CommandCase one)
    {
        int line;
        lock (_gate)
        {
            line = _lineOf[one.Id!];
            one = one with { Forgotten = _lines[line]!.Forgotten };
            _lines[line] = one;
        }

        return WriteAsync(line, one);
    }

    private (int Line, CommandCase? Before, CommandCase? Entered) Take(CommandCase one)
    {
        lock (_gate)
        {
            int line = FreeLine();
            if (line < 0)
            {
                return (line, null, null);
            }

            var before = _lines[line];
            if (before is not null)
            {
                _lineOf.Remove(before.Id!);
                _forgotten = before.Deadline > _forgotten ? before.Deadline : _forgotten;
            }

            var entered = one with { Forgotten = _forgotten };
            (_lines[line], _lineOf[one.Id!]) = (entered, line);
            return (line, before, entered);
        }
    }

    /// <remarks>What was forgotten stays forgotten: that errs on the safe side, and the line on disk still knows.</remarks>
    private void GiveBack(int line, CommandCase entered, CommandCase? before)
    {
        lock (_gate)
        {
            _lineOf.Remove(entered.Id!);
            _lines[line] = before;
            if (before is not null)
            {
                _lineOf[before.Id!] = line;
            }
        }
    }

    /// <returns>An empty line, else the one that was over first; -1 when every one is needed.</returns>
    private int FreeLine()
    {
        int empty = Array.IndexOf(_lines, null);
        if (empty >= 0)
        {
            return empty;
        }

        var over = _time.GetUtcNow() - _allowance;
        var (one, line) = _lines.Select((one, line) => (one!, line)).MinBy(pair => pair.Item1.Told ? pair.Item1.Deadline : DateTimeOffset.MaxValue);
        return one.Told && one.Deadline < over ? line : -1;
    }

    private void Load(int line)
    {
        if (_memory.Recall(NameOf(line)) is not { } text)
        {
            return;
        }

        if (CaseOf(text) is not { Id: { } id } one)
        {
            // Nobody knows which command stood here: the ledger vouches only for what is issued from now on.
            _isDamaged = true;
            return;
        }

        (_lines[line], _lineOf[id]) = (one, line);
        _forgotten = one.Forgotten > _forgotten ? one.Forgotten : _forgotten;
    }

    private static CommandCase? CaseOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, CommandCaseJson.Default.CommandCase);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Task WriteAsync(int line, CommandCase one) =>
        _memory.RememberAsync(NameOf(line), JsonSerializer.Serialize(one, CommandCaseJson.Default.CommandCase));

    private static string NameOf(int line) => FormattableString.Invariant($"commands.line/{line}");
}
