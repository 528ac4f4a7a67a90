using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Cabinet;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Tells how printers are when that changes, and every few minutes how they are together.</summary>
internal sealed class PrinterNews(DriverContext context, KioskVoice voice)
{
    /// <summary>No printer is called so.</summary>
    private const string Together = "*";

    private static readonly TimeSpan s_every = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, PrinterView> _told = [];
    private readonly Rhythm _rhythm = new(context.Time, s_every);
    private readonly PrinterMemory _memory = new(context.Memory);
    private string? _health;

    /// <summary>What was told of, by name, over restarts.</summary>
    public IEnumerable<string> Modules => _memory.Names.Where(name => name != Together);

    /// <summary>Printers that the agent has no more; each is told once.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; it is due in the next round.</exception>
    public async Task TakeGoneAsync(IReadOnlyList<string> modules, KioskMoment moment, CancellationToken ct)
    {
        foreach (string module in modules)
        {
            var view = new PrinterView(module, KioskWords.Absent, false, [], [], [], []);
            await voice.TellAsync(Lane.Event, Module(view, _told.GetValueOrDefault(module)), moment, ct).ConfigureAwait(false);

            // Forgotten when it is told, and not before: a device may invent names, and a crash must not lose the word.
            await _memory.ForgetAsync(module, ct).ConfigureAwait(false);
            _told.Remove(module);
        }
    }

    /// <summary>What was told of them may be true of others: it is told anew.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task ForgetAsync(IEnumerable<string> modules, CancellationToken ct)
    {
        foreach (string module in modules)
        {
            await _memory.ForgetAsync(module, ct).ConfigureAwait(false);
            _told.Remove(module);
        }
    }

    /// <param name="views">Every printer of the agent.</param>
    /// <param name="upSeconds">Since the agent began; null when it does not say.</param>
    /// <param name="moment">Of the answers.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; it is due in the next round.</exception>
    public async Task TakeAsync(IReadOnlyList<PrinterView> views, long? upSeconds, KioskMoment moment, CancellationToken ct)
    {
        foreach (var view in views)
        {
            await TakeAsync(view, moment, ct).ConfigureAwait(false);
        }

        string health = PrinterView.Worst(views.Select(view => view.Health));
        bool isChange = !_memory.Knows(Together, health);
        if (_rhythm.IsDue() || isChange)
        {
            await BeginAsync(Together, isChange, ct).ConfigureAwait(false);
            var body = State(health, KioskWords.Up, isChange ? ["health"] : null) with { UptimeSeconds = upSeconds, Modules = views.Count, Troubled = Troubled(views) };
            await voice.TellAsync(isChange ? Lane.Event : Lane.Telemetry, body, moment, ct).ConfigureAwait(false);
            await NoteAsync(Together, health, isChange, ct).ConfigureAwait(false);
        }

        _health = health;
    }

    public Task<Emitted> TellLinkAsync(bool isUp, string repeatKey, CancellationToken ct) =>
        voice.TellAsync(Lane.Event, State(isUp ? _health ?? KioskWords.Unknown : KioskWords.Unknown, isUp ? KioskWords.Up : KioskWords.Down, ["link"]), KioskMoment.Now, ct, repeatKey);

    private async Task TakeAsync(PrinterView view, KioskMoment moment, CancellationToken ct)
    {
        var before = _told.GetValueOrDefault(view.Module);
        string said = string.Join('\n', view.Troubles.Prepend(view.Health));
        if (!_memory.Knows(view.Module, said))
        {
            await _memory.ForgetAsync(view.Module, ct).ConfigureAwait(false);
            await voice.TellAsync(Lane.Event, Module(view, before), moment, ct).ConfigureAwait(false);
            await _memory.NoteAsync(view.Module, said, ct).ConfigureAwait(false);
        }

        _told[view.Module] = view;
    }

    private Task BeginAsync(string what, bool isChange, CancellationToken ct) => isChange ? _memory.ForgetAsync(what, ct) : Task.CompletedTask;

    private Task NoteAsync(string what, string said, bool isChange, CancellationToken ct) => isChange ? _memory.NoteAsync(what, said, ct) : Task.CompletedTask;

    private KioskModuleBody Module(PrinterView view, PrinterView? before) => new()
    {
        Module = view.Module,
        Class = "Printer",
        Health = view.Health,
        Severity = view.Severity,
        Busy = view.IsBusy,
        Parts = view.Parts,
        Raw = view.Raw.Count > 0 ? view.Raw : null,
        Since = before is not null && before.Health != view.Health ? UtcMilliseconds.Text(context.Time.GetUtcNow()) : null,
        Changed = before is null ? null : Changed(before, view),
    };

    private static IReadOnlyList<string> Changed(PrinterView before, PrinterView now)
    {
        var others = before.Troubles.Except(now.Troubles).Concat(now.Troubles.Except(before.Troubles));
        return [.. others.Select(trouble => trouble.Split('=', ':')[0]).Distinct(), .. before.Health == now.Health ? Array.Empty<string>() : ["health"]];
    }

    private static IReadOnlyList<string>? Troubled(IReadOnlyList<PrinterView> views) =>
        views.Where(view => view.Health != KioskWords.Ok).Select(view => view.Module).ToArray() is { Length: > 0 } names ? names : null;

    private static KioskStateBody State(string health, string link, IReadOnlyList<string>? changed) => new() { Health = health, Link = link, Changed = changed };
}
