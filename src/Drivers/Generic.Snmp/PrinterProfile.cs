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

    private readonly DriverContext _context;
    private readonly PrinterQuestions _questions;
    private readonly KioskVoice _voice;
    private readonly KioskAlarms _alarms;
    private readonly SupplyBook _book;
    private readonly PrinterSupplies _supplies;
    private readonly PrinterNews _news;
    private readonly PrintCounter _counter;
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
        await TakeAlarmsAsync(views, answers.IsWhole, moment, ct).ConfigureAwait(false);
        await _news.TakeGoneAsync(Gone(answers), moment, ct).ConfigureAwait(false);
        await _news.TakeAsync(views, (long?)(answers.UpTime / TicksPerSecond), moment, ct).ConfigureAwait(false);
        await _book.TakeAsync([.. devices.SelectMany(device => _supplies.Read(answers, device, PrinterHealth.ModuleOf(device)))], _voice, moment, ct).ConfigureAwait(false);
        await _counter.TakeAsync(answers, ct).ConfigureAwait(false);
        _isFirst = false;
    }

    public Task TellLinkAsync(bool isUp, string repeatKey, CancellationToken ct) => _news.TellLinkAsync(isUp, repeatKey, ct);

    private async Task TakeAlarmsAsync(PrinterView[] views, bool isWhole, KioskMoment moment, CancellationToken ct)
    {
        if (_isFirst)
        {
            await _alarms.FinishAsync(_voice, ct).ConfigureAwait(false);
        }

        foreach (var view in views)
        {
            await _alarms.SetAsync(view.Module, view.Alarms, _voice, moment, ct, isWhole).ConfigureAwait(false);
        }
    }

    /// <summary>Printers that were told, or have an alarm that stands, and that the server has no more. Their alarms stand: nobody said that they are over.</summary>
    private IReadOnlyList<string> Gone(PrinterAnswers answers) =>
        answers.IsWhole ? [.. _news.Modules.Union(_alarms.Scopes).Except(answers.Devices.Select(PrinterHealth.ModuleOf)).Take(MostPrinters)] : [];

    private IReadOnlyList<string> Devices(PrinterAnswers answers)
    {
        if (answers.Devices.Count > MostPrinters)
        {
            _context.Watch.Fault(FaultKind.Garbled, "too-many-printers");
        }

        return [.. answers.Devices.Take(MostPrinters)];
    }
}
