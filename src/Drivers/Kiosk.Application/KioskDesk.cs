using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Takes what one kiosk says, one body after the other, and says what of it is news.</summary>
public sealed class KioskDesk : IDisposable
{
    /// <summary>Of alarms of the kiosk as a whole; names of modules begin with a letter.</summary>
    private const string WholeScope = "-";

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly Turn _turn = new();
    private readonly DriverContext _context;
    private readonly IReadingSink _sink;
    private readonly KioskVoice _voice;
    private readonly KioskAlarms _alarms;
    private readonly SupplyBook _supplies;
    private readonly TransactionDesk _transactions;
    private readonly CounterDesk _counters;
    private readonly ModuleDesk _modules;
    private readonly StateDesk _state;

    public KioskDesk(DriverContext context, KioskApplicationOptions options, IReadingSink sink)
    {
        (_context, _sink) = (context, sink);
        _voice = new KioskVoice(context, KioskApplicationMapping.DriverName, sink);
        _alarms = new KioskAlarms(context);
        _supplies = new SupplyBook(context);
        _transactions = new TransactionDesk(context, options.Catalogue);
        _counters = new CounterDesk(context);
        _modules = new ModuleDesk(context, _alarms);
        _state = new StateDesk(context, options);
    }

    /// <summary>Where alarms of a module's supplies stand, apart from those that the module lists itself.</summary>
    public static string SupplyScope(string module) => $"{module}/supplies";

    /// <summary>Completes when all that can be told of a body is safe.</summary>
    /// <param name="items">What stands in it.</param>
    /// <param name="isLive">Whether it proves that the kiosk is alive now.</param>
    /// <param name="ct">Stopping.</param>
    /// <returns>The same items.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses: nothing may be promised of the body.</exception>
    public async Task<IReadOnlyList<KioskItem>> TakeAsync(IReadOnlyList<KioskItem> items, bool isLive, CancellationToken ct)
    {
        using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
        Count(items);
        if (items.Any(item => item.Message is not null))
        {
            await TakeMessagesAsync([.. items.Select(item => item.Message).OfType<KioskMessage>()], isLive, ct).ConfigureAwait(false);
        }

        return items;
    }

    /// <summary>A kiosk that says nothing is not there.</summary>
    public async Task WatchAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(s_look, _context.Time);
        while (await timer.WaitForNextTickAsync(ct).ConfigureAwait(false))
        {
            using var held = await _turn.TakeAsync(ct).ConfigureAwait(false);
            try
            {
                await LookAsync(ct).ConfigureAwait(false);
            }
            catch (StoreRefusedException)
            {
                // It is still to be told, and the next look tells it.
                _context.Watch.Fault(FaultKind.Busy, "state-waits-for-store");
            }
        }
    }

    /// <summary>Completes when nobody is being served any more.</summary>
    public Task QuietAsync() => _turn.QuietAsync();

    public void Dispose() => _turn.Dispose();

    private async Task LookAsync(CancellationToken ct)
    {
        if (_state.IsSilent)
        {
            _context.Watch.Fault(FaultKind.Silent, "no-heartbeat");
            await _state.TellSilenceAsync(_modules.All, _voice, ct).ConfigureAwait(false);
        }
        else if (_state.IsDue)
        {
            await TellStateAsync(KioskMoment.Now, ct).ConfigureAwait(false);
        }
    }

    private async Task TakeMessagesAsync(IReadOnlyList<KioskMessage> messages, bool isLive, CancellationToken ct)
    {
        await _transactions.OpenAsync(ct).ConfigureAwait(false);
        await _alarms.FinishAsync(_voice, ct).ConfigureAwait(false);
        bool isResync = _state.IsAway;
        if (isLive)
        {
            _context.Watch.Heard();
            _state.Heard();
        }

        var window = new EmitWindow(_sink);
        try
        {
            foreach (var message in messages)
            {
                await TakeAsync(message, isResync, window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            await window.SettleAsync().ConfigureAwait(false);
        }

        await _transactions.RememberAsync(ct).ConfigureAwait(false);

        // It is what the gateway concludes now, whatever the kiosk's clock says.
        await TellStateAsync(isResync ? KioskMoment.Resync : KioskMoment.Now, ct).ConfigureAwait(false);
    }

    private async Task TakeAsync(KioskMessage message, bool isResync, EmitWindow window, CancellationToken ct)
    {
        // A session that ended has its own time, whatever became of the link.
        var moment = Moment(message, isResync && message is not KioskTransaction);
        switch (message)
        {
            case KioskTransaction transaction:
                await _transactions.TakeAsync(transaction, _voice, moment, window, ct).ConfigureAwait(false);
                break;
            case KioskCounters counters:
                await _counters.TakeAsync(counters, _voice, moment, ct).ConfigureAwait(false);
                break;
            case KioskModules modules:
                await _modules.TakeAsync(modules, _voice, moment, ct).ConfigureAwait(false);
                break;
            case KioskSupplies supplies:
                await TakeAsync(supplies, moment, ct).ConfigureAwait(false);
                break;
            case KioskStatus status:
                await TakeAsync(status, moment, ct).ConfigureAwait(false);
                break;
        }
    }

    private async Task TakeAsync(KioskSupplies said, KioskMoment moment, CancellationToken ct)
    {
        await _supplies.TakeAsync([.. said.Supplies.Select(KioskApplicationMapping.Level)], _voice, moment, ct).ConfigureAwait(false);
        foreach (var supply in said.Supplies)
        {
            string scope = SupplyScope(supply.Module);
            var (alarm, isActive) = KioskApplicationMapping.SupplyAlarm(supply, scope);
            if (isActive is { } active)
            {
                await (active ? _alarms.SetAsync(scope, [alarm], _voice, moment, ct, isWhole: false) : _alarms.EndAsync(alarm, _voice, moment, ct)).ConfigureAwait(false);
            }
        }
    }

    private async Task TakeAsync(KioskStatus said, KioskMoment moment, CancellationToken ct)
    {
        _state.Take(said);
        if (said.Alarms is { } alarms)
        {
            await _alarms.SetAsync(WholeScope, KioskApplicationMapping.Alarms(alarms, WholeScope, null), _voice, moment, ct, isWhole: !said.AlarmsAreCut).ConfigureAwait(false);
        }
    }

    private Task TellStateAsync(KioskMoment moment, CancellationToken ct) =>
        _state.TellAsync([.. _modules.All], _alarms.Of(WholeScope).Select(alarm => alarm.Severity), _voice, moment, ct);

    private KioskMoment Moment(KioskMessage message, bool isResync) => KioskApplicationMapping.Moment(message, _context.Time.GetUtcNow(), isResync);

    private void Count(IReadOnlyList<KioskItem> items)
    {
        foreach (var item in items)
        {
            foreach (string reason in item.Message?.Doubts ?? [item.Fault!])
            {
                _context.Watch.Fault(FaultKind.Garbled, reason);
            }

            if (item.Message is { HasUnlisted: true } message)
            {
                _context.Watch.Fault(FaultKind.Unsupported, $"sensitive-dropped-{message.Type}");
            }
        }
    }
}
