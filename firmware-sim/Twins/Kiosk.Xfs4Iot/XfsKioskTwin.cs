using System.Net;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>
/// A kiosk whose parts speak XFS4IoT: a publisher and eight services, which live through a day of customers. It keeps everything that it is sent, and notes
/// what a gateway must never send. It shares no code with the gateway's codec.
/// </summary>
public sealed class XfsKioskTwin : ITwin
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(5);

    private readonly KioskPlan _plan;
    private readonly XfsKioskProfile _profile;
    private readonly DeviceTrouble _trouble;
    private readonly TimeProvider _time;
    private readonly XfsAlarms _alarms;
    private readonly IReadOnlyDictionary<string, XfsService> _services;
    private readonly XfsActor _actor;
    private readonly XfsLeaks _leaks;
    private readonly XfsHost _host;

    /// <param name="plan">Which machine, and how long.</param>
    /// <param name="listen">Where its publisher and services are; port 0 lets the system choose.</param>
    /// <param name="profile">How it speaks.</param>
    /// <param name="trouble">What is wrong with it right now: away, holding answers back, bytes that are no message, half a frame, a storm of events.</param>
    /// <param name="book">Where it notes what happened.</param>
    /// <param name="seeds">Where it notes what must never come out.</param>
    /// <param name="time">Clock.</param>
    public XfsKioskTwin(KioskPlan plan, IPEndPoint listen, XfsKioskProfile profile, DeviceTrouble trouble, ITruthLedger book, ISeedList seeds, TimeProvider time)
    {
        (_plan, _profile, _trouble, _time) = (plan, profile, trouble, time);
        var truth = new XfsTruth(plan.Device, book, time);
        var holders = new HolderBook(plan.Seed, plan.Machine, seeds);
        _alarms = new XfsAlarms(truth, time);
        _services = XfsForms.Of(profile).Select(form => new XfsService(form, profile, holders, _alarms.Told)).ToDictionary(static service => service.Name, StringComparer.Ordinal);
        _actor = new XfsActor(_services, profile, _alarms);
        _leaks = new XfsLeaks(_services, holders);
        _host = new XfsHost(listen, profile, [.. _services.Values], trouble, truth, time);
    }

    /// <summary>Where it listens, once it runs.</summary>
    public IPEndPoint EndPoint => _host.EndPoint;

    /// <summary>How many links are open, the publisher's included.</summary>
    public int Links => _host.Links;

    public async Task RunAsync(CancellationToken ct)
    {
        _host.Open();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task looking = LookAsync(over.Token);
        try
        {
            await LiveAsync(ct).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop.
        }

        await over.CancelAsync().ConfigureAwait(false);
        await looking.ConfigureAwait(false);
        _alarms.End();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync().ConfigureAwait(false);
        foreach (XfsService service in _services.Values)
        {
            service.Dispose();
        }
    }

    private async Task LiveAsync(CancellationToken ct)
    {
        foreach (KioskHappening happening in new KioskDay(_plan).Play())
        {
            if (happening.At >= _plan.End)
            {
                break;
            }

            TimeSpan wait = happening.At - _time.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, _time, ct).ConfigureAwait(false);
            Play(happening);
        }

        // Whoever listens may need a moment for the last of it.
        DateTimeOffset until = _time.GetUtcNow() + s_linger;
        while (!_alarms.Look() && _time.GetUtcNow() < until)
        {
            await Task.Delay(s_look, _time, ct).ConfigureAwait(false);
        }
    }

    private void Play(KioskHappening happening)
    {
        if (happening.Occasion == KioskOccasion.PowerCut)
        {
            _host.Vanish(happening.At + _plan.Day.PowerCutFor);
        }

        _actor.Play(happening);
        if (happening is { Occasion: KioskOccasion.VisitEnds, Visit.Number: var number } && _profile.LeakEvery > 0 && number % _profile.LeakEvery == 0)
        {
            _leaks.Spill(number);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            _host.Look();
            _alarms.Look();
            await TroubleAsync().ConfigureAwait(false);
            await Task.Delay(s_look, _time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TroubleAsync()
    {
        while (_trouble.TakeGarbage())
        {
            _services[XfsForms.Slot].Blurt("{\"header\":{\"type\":\"event\",\"name\":\"Common.StatusChangedEvent\""u8.ToArray());
            _services[XfsForms.Slot].Blurt("[]"u8.ToArray());
            _services[XfsForms.Slot].Blurt("{\"header\":{\"type\":\"completion\",\"name\":\"Common.Status\",\"requestId\":\"7\"},\"payload\":{\"common\":[]}}"u8.ToArray());
        }

        if (_trouble.TakeCut())
        {
            await _host.CutInsideAsync().ConfigureAwait(false);
        }

        while (_trouble.TakeBurst())
        {
            Storm();
        }
    }

    /// <summary>A sensor that cannot make up its mind: it ends as it was.</summary>
    private void Storm()
    {
        foreach (string word in new[] { "on", "off" })
        {
            _services[XfsForms.Barcode].Change(new JsonObject { ["barcodeReader"] = new JsonObject { ["scanner"] = word } });
        }
    }
}
