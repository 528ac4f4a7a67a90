using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// Where what all services say comes together and is told: alarms first, then supplies, the module, and the kiosk as a whole. One at a time: a slow disk slows the
/// services, and that is the brake. What the disk did not take is another than what was told, and so is told when it takes readings again.
/// </summary>
internal sealed class KioskDesk : IDisposable
{
    /// <summary>A person does not open a door more often; a loose contact does.</summary>
    private static readonly FlapRule s_flapping = new(6, TimeSpan.FromMinutes(10));

    private readonly DriverContext _context;
    private readonly Xfs4IotOptions _options;
    private readonly KioskRoster _roster;
    private readonly KioskVoice _voice;
    private readonly KioskVoice _alarmVoice;
    private readonly KioskAlarms _alarms;
    private readonly SupplyBook _supplies;
    private readonly ErrorLimit _errors;
    private readonly ToldMemory _memory;
    private readonly Turn _turn = new();
    private readonly Dictionary<string, ModuleBook> _books = new(StringComparer.Ordinal);
    private KeptKiosk? _told;
    private bool _isMaintenance;

    public KioskDesk(DriverContext context, Xfs4IotOptions options, KioskRoster roster, IReadingSink sink)
    {
        (_context, _options, _roster) = (context, options, roster);
        _voice = new KioskVoice(context, Xfs4IotMapping.DriverName, new CountingSink(sink, context.Watch));
        _alarmVoice = new KioskVoice(context, Xfs4IotMapping.DriverName, sink);

        // Of the device: a conversation that begins anew does not open a flood again.
        string shared = $"kiosk-xfs4iot/{context.Device}";
        _alarms = new KioskAlarms(context, context.Shared.Of(shared, () => new AlarmHold(s_flapping, context.Time)));
        _errors = context.Shared.Of(shared, () => new ErrorLimit(context.Time));
        (_supplies, _memory) = (new SupplyBook(context), new ToldMemory(context.Memory));
        var kept = _memory.Modules().DistinctBy(one => one.Module).ToDictionary(one => one.Module, StringComparer.Ordinal);
        foreach (string module in roster.Modules.Concat(roster.Missing).Concat(kept.Keys.Where(name => !options.LeavesAlone(name))).Distinct(StringComparer.Ordinal).Take(2 * Xfs4IotOptions.MostServices))
        {
            bool isNamed = options.Services.Contains(module, StringComparer.OrdinalIgnoreCase);
            _books[module] = new ModuleBook(module, kept.GetValueOrDefault(module), isNamed) { Sight = roster.Modules.Contains(module) ? ModuleSight.Fresh : ModuleSight.Absent };
        }

        _told = _memory.State();
    }

    /// <summary>Tells what an earlier conversation could not, and what the list of services says by itself.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task BeginAsync(CancellationToken ct) => InTurnAsync(
        async () =>
        {
            await _alarms.FinishAsync(_alarmVoice, ct).ConfigureAwait(false);

            // A kiosk that starts names only some of its services: what is not listed is not over, what the site leaves alone is.
            await _alarms.KeepOnlyAsync([.. _alarms.Scopes.Where(scope => !_options.LeavesAlone(scope))], _alarmVoice, KioskMoment.Resync, ct).ConfigureAwait(false);
            foreach (var book in _books.Values.Where(book => book.Sight == ModuleSight.Absent))
            {
                await EndWaitingAsync(book, KioskMoment.Resync, ct).ConfigureAwait(false);
                await TellModuleAsync(book, KioskMoment.Resync, ct).ConfigureAwait(false);
            }
        },
        ct);

    public void Learn(string module, string? type) => _books[module].Learn(type);

    /// <summary>A whole status; before <see cref="SettleAsync"/> it is only noted.</summary>
    public Task TakeAsync(string module, XfsTree status, CancellationToken ct) => ChangeAsync(module, book => book.Take(status), ct);

    /// <summary>A whole storage; likewise.</summary>
    public Task TakeAsync(string module, XfsStorage storage, CancellationToken ct) => ChangeAsync(module, book => book.Take(storage), ct);

    /// <summary>What a service told by itself; alarms in it are told whatever else is known of it.</summary>
    public Task TakeAsync(string module, XfsFact fact, CancellationToken ct) => InTurnAsync(
        async () =>
        {
            _books[module].Take(fact);
            if (fact.Error is { } error)
            {
                await TellErrorAsync(Xfs4IotMapping.Error(module, error, _context.Watch), ct).ConfigureAwait(false);
            }

            if (!fact.Change.IsEmpty || fact.Storage is not null)
            {
                await TellNewsAsync(_books[module], ct).ConfigureAwait(false);
            }
        },
        ct);

    /// <summary>A command ended with the word that the device is in trouble.</summary>
    public Task TakeTroubleAsync(string module, string code, CancellationToken ct) => InTurnAsync(() => TellErrorAsync(Xfs4IotMapping.Trouble(module, code), ct), ct);

    /// <summary>What is asked first is known: what differs from what was told was found, not seen.</summary>
    public Task SettleAsync(string module, CancellationToken ct) => _books[module].Sight == ModuleSight.Seen ? Task.CompletedTask : SightAsync(module, ModuleSight.Seen, KioskMoment.Resync, ct);

    /// <summary>Its link was lost, or it does not answer.</summary>
    public Task LoseAsync(string module, CancellationToken ct, KioskMoment? moment = null) =>
        SightAsync(module, ModuleSight.Lost, moment ?? KioskMoment.Now, ct);

    public async Task LoseAllAsync(KioskMoment moment, CancellationToken ct)
    {
        foreach (string module in _roster.Modules)
        {
            await LoseAsync(module, ct, moment).ConfigureAwait(false);
        }
    }

    /// <summary>The kiosk as it was last told, once more; nothing while that is not known.</summary>
    public Task TellStateAsync(CancellationToken ct) => InTurnAsync(
        async () =>
        {
            if (_told is { } state)
            {
                await _voice.TellAsync(Lane.Telemetry, state.Body(null), KioskMoment.Now, ct).ConfigureAwait(false);
            }
        },
        ct);

    /// <summary>Tells of modules what came too fast to be told, as it is now.</summary>
    public Task CatchUpAsync(CancellationToken ct) => InTurnAsync(
        async () =>
        {
            foreach (var book in _books.Values.Where(book => book.IsBehind).ToArray())
            {
                book.IsBehind = false;
                await TellAsync(book, KioskMoment.Now, ct).ConfigureAwait(false);
            }
        },
        ct);

    /// <summary>Writes down what was told. When the disk refuses it is told once more after a restart.</summary>
    public Task RememberAsync(CancellationToken ct) => InTurnAsync(
        async () =>
        {
            try
            {
                await _memory.WriteAsync([.. _books.Values.Select(book => book.Told).OfType<KeptModule>()], _told, ct).ConfigureAwait(false);
            }
            catch (StoreRefusedException refused)
            {
                Xfs4IotLog.NotRemembered(_context.Log, _context.Device, refused.Message);
            }
        },
        ct);

    public void Dispose() => _turn.Dispose();

    private async Task InTurnAsync(Func<Task> work, CancellationToken ct)
    {
        using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
        await work().ConfigureAwait(false);
    }

    private Task ChangeAsync(string module, Action<ModuleBook> change, CancellationToken ct) => InTurnAsync(
        async () =>
        {
            var book = _books[module];
            change(book);
            if (book.Sight == ModuleSight.Seen)
            {
                await TellAsync(book, KioskMoment.Now, ct).ConfigureAwait(false);
            }
        },
        ct);

    private Task SightAsync(string module, ModuleSight sight, KioskMoment moment, CancellationToken ct) => InTurnAsync(
        async () =>
        {
            var book = _books[module];
            if (book.Sight == ModuleSight.Lost && sight != ModuleSight.Lost)
            {
                Xfs4IotLog.Back(_context.Log, _context.Device, module);
            }

            book.Sight = sight;
            await (sight == ModuleSight.Lost ? EndWaitingAsync(book, moment, ct) : Task.CompletedTask).ConfigureAwait(false);
            await TellAsync(book, moment, ct).ConfigureAwait(false);
        },
        ct);

    /// <summary>While it is not settled nobody knows whether this was seen as it happened, or only found with what else came.</summary>
    private async Task TellNewsAsync(ModuleBook book, CancellationToken ct)
    {
        var moment = book.Sight == ModuleSight.Seen ? KioskMoment.Now : KioskMoment.Resync;
        if (book.MayTell(_context.Time.GetElapsedTime(0)))
        {
            await TellAsync(book, moment, ct).ConfigureAwait(false);
            return;
        }

        _context.Watch.Fault(FaultKind.Garbled, "too-many-changes");
        book.IsBehind = true;
        await TellAlarmsAsync(book, moment, ct).ConfigureAwait(false);
    }

    /// <summary>A technician who takes the kiosk over makes all its modules other than before.</summary>
    private async Task TellAsync(ModuleBook book, KioskMoment moment, CancellationToken ct)
    {
        bool before = _isMaintenance;
        _isMaintenance = _books.Values.Any(one => one.Sight == ModuleSight.Seen && one.Tree.Is("vendorMode.service", "active"));
        foreach (var one in before == _isMaintenance ? [book] : _books.Values.Where(one => one == book || one.Sight == ModuleSight.Seen).ToArray())
        {
            await TellPartsAsync(one, moment, ct).ConfigureAwait(false);
        }

        await TellKioskAsync(moment, ct).ConfigureAwait(false);
    }

    /// <summary>
    /// What the list of now does not hold is over only when the service says so: in maintenance some do not begin, a status may leave them out, and while
    /// a module is not seen nobody knows better.
    /// </summary>
    private async Task TellAlarmsAsync(ModuleBook book, KioskMoment moment, CancellationToken ct)
    {
        KioskAlarm[] there = [.. book.Alarms(_isMaintenance).Select(alarm => Xfs4IotMapping.Alarm(book.Module, alarm))];
        await _alarms.SetAsync(book.Module, there, book.Ends, _alarmVoice, moment, ct).ConfigureAwait(false);
        book.IsBehind |= _alarms.IsWaiting(book.Module);
    }

    /// <summary>Nobody may ever say again that what is over is over.</summary>
    private async Task EndWaitingAsync(ModuleBook book, KioskMoment moment, CancellationToken ct)
    {
        await TellAlarmsAsync(book, moment, ct).ConfigureAwait(false);
        await _alarms.EndWaitingAsync(book.Module, _alarmVoice, moment, ct).ConfigureAwait(false);
    }

    private async Task TellPartsAsync(ModuleBook book, KioskMoment moment, CancellationToken ct)
    {
        await TellAlarmsAsync(book, moment, ct).ConfigureAwait(false);
        if (book.Sight == ModuleSight.Seen)
        {
            await _supplies.TakeAsync([.. book.Supplies.Select(supply => Xfs4IotMapping.Level(book.Module, supply))], _voice, moment, ct).ConfigureAwait(false);
        }

        if (book.Sight != ModuleSight.Fresh)
        {
            await TellModuleAsync(book, moment, ct).ConfigureAwait(false);
        }
    }

    private async Task TellModuleAsync(ModuleBook book, KioskMoment moment, CancellationToken ct)
    {
        var now = book.Now(_isMaintenance);
        var changes = book.Told?.ChangesTo(now) ?? [];
        if (book.Told is not null && changes.Count == 0)
        {
            return;
        }

        if (book.Told?.Health != now.Health)
        {
            bool isSeen = book.Told is not null && moment.Detected is null;
            now = now with { Since = isSeen ? UtcMilliseconds.Text(_context.Time.GetUtcNow()) : null };
        }

        book.VendorCode = now.Health == KioskWords.Ok ? null : book.VendorCode;
        await _memory.BeginAsync(book.Module, ct).ConfigureAwait(false);
        await _voice.TellAsync(Lane.Event, book.Body(now, changes), moment, ct).ConfigureAwait(false);
        book.WasTold(now);
    }

    /// <summary>Not before something is known of every module: at the beginning each would make it another.</summary>
    private async Task TellKioskAsync(KioskMoment moment, CancellationToken ct)
    {
        var modules = _books.Values.Select(book => book.Told).OfType<KeptModule>().ToArray();
        if (_books.Values.Any(book => book.Sight == ModuleSight.Fresh))
        {
            return;
        }

        bool isSeen = _books.Values.Any(book => book.Sight == ModuleSight.Seen);
        string health = isSeen ? Xfs4IotMapping.Worst(modules) : KioskWords.Unknown;
        string? mode = _isMaintenance ? KioskWords.Maintenance : null;
        string[] troubled = [.. modules.Where(one => !Xfs4IotMapping.IsWell(one)).Select(one => one.Module).Order(StringComparer.Ordinal)];
        var now = new KeptKiosk(health, isSeen ? KioskWords.Up : KioskWords.Down, mode, _roster.Vendor, _roster.Modules.Count + _roster.Missing.Count, troubled);
        var changes = _told?.ChangesTo(now) ?? [];
        if (_told is null || changes.Count > 0)
        {
            await _memory.BeginAsync(null, ct).ConfigureAwait(false);
            await _voice.TellAsync(Lane.Event, now.Body(changes), moment, ct).ConfigureAwait(false);
            _told = now;
        }
    }

    private async Task TellErrorAsync(KioskAlarm error, CancellationToken ct)
    {
        if (_errors.Admits(error, _context.Watch))
        {
            await KioskAlarms.TellOnceAsync(error, _voice, KioskMoment.Now, ct).ConfigureAwait(false);
            _errors.Told(error);
        }
    }
}
