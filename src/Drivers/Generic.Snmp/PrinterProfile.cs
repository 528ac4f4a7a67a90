using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Printers: how they are, what they use up, what stops them, what they have printed.</summary>
internal sealed class PrinterProfile : ISnmpProfile
{
    /// <summary>Print servers speak for several; more than these are counted.</summary>
    private const int MostPrinters = 8;

    private const ulong TicksPerSecond = 100;

    /// <summary>Of an alarm that ends because its printer is gone; nobody said that it is over.</summary>
    private const string GoneFlag = "GONE";

    private readonly DriverContext _context;
    private readonly PrinterQuestions _questions;
    private readonly KioskVoice _voice;
    private readonly KioskAlarms _alarms;
    private readonly SupplyBook _book;
    private readonly PrinterSupplies _supplies;
    private readonly PrinterNews _news;
    private readonly PrintCounter _counter;
    private readonly PrinterAbsence _absence;
    private bool _isFirst = true;

    public PrinterProfile(DriverContext context, GenericSnmpOptions options, SnmpPeer peer, IReadingSink sink)
    {
        _context = context;
        _questions = new PrinterQuestions(context, peer);
        _voice = new KioskVoice(context, GenericSnmpMapping.DriverName, sink);
        _alarms = new KioskAlarms(context);
        _book = new SupplyBook(context);
        _supplies = new PrinterSupplies(options.LowPercent);
        _news = new PrinterNews(context, _voice);
        _counter = new PrintCounter(context, _voice);
        _absence = new PrinterAbsence(context);
    }

    public async Task TakeRoundAsync(CancellationToken ct)
    {
        var answers = await _questions.AskAsync(ct).ConfigureAwait(false);
        if (answers is { IsWhole: true, Devices.Count: 0 })
        {
            throw new DeviceFaultException(FaultKind.Silent, "It answers and tells of no printer: an agent that sleeps, or is just starting.");
        }

        var moment = _isFirst ? KioskMoment.Resync : KioskMoment.Now;
        var devices = Devices(answers);
        PrinterView[] views = [.. devices.Select(device => new PrinterHealth(answers, device).Look())];

        // Alarms before everything else of this moment.
        var gone = Gone(answers);
        await TakeAlarmsAsync(views, answers, moment, ct).ConfigureAwait(false);
        await _news.TakeGoneAsync(gone, moment, ct).ConfigureAwait(false);
        await _news.ForgetAsync(_absence.IsAnew && gone.Count > 0 ? views.Select(view => view.Module) : [], ct).ConfigureAwait(false);
        await _absence.KeepAsync(_alarms.Scopes.Any(), ct).ConfigureAwait(false);
        await _news.TakeAsync(views, (long?)(answers.UpTime / TicksPerSecond), moment, ct).ConfigureAwait(false);
        await _book.TakeAsync([.. devices.SelectMany(device => _supplies.Read(answers, device, PrinterHealth.ModuleOf(device)))], _voice, moment, ct).ConfigureAwait(false);
        await _counter.TakeAsync(answers, ct).ConfigureAwait(false);
        _isFirst = false;
    }

    public Task TellLinkAsync(bool isUp, string repeatKey, CancellationToken ct) => _news.TellLinkAsync(isUp, repeatKey, ct);

    private async Task TakeAlarmsAsync(PrinterView[] views, PrinterAnswers answers, KioskMoment moment, CancellationToken ct)
    {
        if (_isFirst)
        {
            await _alarms.FinishAsync(_voice, ct).ConfigureAwait(false);
        }

        foreach (string module in Lost(answers))
        {
            await EndAsync(module, moment, ct).ConfigureAwait(false);
        }

        foreach (var view in views)
        {
            await SetAsync(view, answers.IsWhole, moment, ct).ConfigureAwait(false);
        }
    }

    /// <summary>What does not fit gets the room of printers that are gone.</summary>
    private async Task SetAsync(PrinterView view, bool isWhole, KioskMoment moment, CancellationToken ct)
    {
        await _alarms.SetAsync(view.Module, view.Alarms, _voice, moment, ct, isWhole).ConfigureAwait(false);
        while (_absence.Oldest is { } oldest && view.Alarms.Any(alarm => !_alarms.Of(view.Module).Any(one => one.Key == alarm.Key)))
        {
            await EndAsync(oldest, moment, ct).ConfigureAwait(false);
            await _alarms.SetAsync(view.Module, view.Alarms, _voice, moment, ct, isWhole).ConfigureAwait(false);
        }
    }

    private async Task EndAsync(string module, KioskMoment moment, CancellationToken ct)
    {
        await _alarms.KeepOnlyAsync([.. _alarms.Scopes.Where(scope => scope != module)], _voice, moment with { Flags = [GoneFlag] }, ct).ConfigureAwait(false);
        _absence.Forget([module]);
    }

    /// <returns>Printers with an alarm that stands and that will not come back to end it.</returns>
    private IReadOnlyList<string> Lost(PrinterAnswers answers)
    {
        string[] present = [.. answers.Devices.Select(PrinterHealth.ModuleOf)];
        if (answers.IsWhole)
        {
            return _absence.Take(answers, [.. _alarms.Scopes.Except(present)]);
        }

        _absence.Miss(present);
        return [];
    }

    /// <summary>Printers that were told, or have an alarm that stands, that the server has no more and that were not told as gone.</summary>
    private IReadOnlyList<string> Gone(PrinterAnswers answers) => !answers.IsWhole ? [] :
        [.. _news.Modules.Union(_alarms.Scopes.Where(scope => !_absence.Knows(scope))).Except(answers.Devices.Select(PrinterHealth.ModuleOf)).Take(MostPrinters)];

    private IReadOnlyList<string> Devices(PrinterAnswers answers)
    {
        if (answers.Devices.Count > MostPrinters)
        {
            _context.Watch.Fault(FaultKind.Garbled, "too-many-printers");
        }

        return [.. answers.Devices.Take(MostPrinters)];
    }
}
