using System.Text.Json.Nodes;
using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>Says what happens at the kiosk as its own software would: a transaction at its end, supplies and totals now and then, what is wrong at once.</summary>
internal sealed class ApplicationActor(KioskPlan plan, ApplicationKioskProfile profile, ApplicationOutbox outbox, HolderBook holders)
{
    private const int NumberedEvery = 9;

    private readonly SortedSet<string> _alarms = new(StringComparer.Ordinal);
    private string? _jammed;
    private bool _inCare;
    private long _said;

    public void Play(KioskHappening happening)
    {
        switch (happening.Occasion)
        {
            case KioskOccasion.VisitEnds when happening.Visit is { } visit:
                Served(visit, happening);
                break;
            case KioskOccasion.PowerBack:
                Served(happening.Visit!, happening);
                Say(ApplicationVoice.State(_alarms, _inCare, happening.At));
                Counts(happening);
                break;
            case KioskOccasion.DoorOpens:
                _inCare = true;
                Turn("door-open", active: true, happening.At);
                break;
            case KioskOccasion.DoorCloses:
                _inCare = false;
                Clear(happening.At);
                Turn("door-open", active: false, happening.At);
                Counts(happening);
                break;
            case KioskOccasion.TamperBegins or KioskOccasion.TamperEnds:
                Turn("tamper", happening.Occasion == KioskOccasion.TamperBegins, happening.At);
                break;
        }
    }

    public void Beat(DateTimeOffset at) => Say(ApplicationVoice.Heartbeat(at));

    private void Served(KioskVisit spotless, KioskHappening happening)
    {
        KioskVisit visit = Named(spotless);
        Say(ApplicationVoice.Transaction(visit), ApplicationTruth.Transaction(plan.Device, visit));
        if (visit.Reason == KioskVisit.Jam)
        {
            _jammed = visit.OnA4 ? "A4" : "Receipt";
            Say(ApplicationVoice.Printer(_jammed, jammed: true, happening.At), ApplicationTruth.Alarm(plan.Device, _jammed, "jam", active: true));
        }

        if ((visit.Number + 1) % profile.CountsEvery == 0 || visit.Reason == KioskVisit.PaperOut)
        {
            Counts(happening);
        }
    }

    /// <summary>Some software takes the number of the customer for the name of the session.</summary>
    private KioskVisit Named(KioskVisit visit) => profile.LeakEvery == 0 || visit.Number % NumberedEvery != 0 ? visit
        : visit with { Session = FormattableString.Invariant($"{holders.Of(visit.Number).IdNumber}-{visit.Number}") };

    private void Clear(DateTimeOffset at)
    {
        if (_jammed is { } module)
        {
            _jammed = null;
            Say(ApplicationVoice.Printer(module, jammed: false, at), ApplicationTruth.Alarm(plan.Device, module, "jam", active: false));
        }
    }

    private void Turn(string alarm, bool active, DateTimeOffset at)
    {
        _ = active ? _alarms.Add(alarm) : _alarms.Remove(alarm);
        Say(ApplicationVoice.State(_alarms, _inCare, at), ApplicationTruth.Alarm(plan.Device, "", alarm, active));
    }

    private void Counts(KioskHappening happening)
    {
        Say(ApplicationVoice.Supplies(happening.Stock, plan.Day, happening.At));
        Say(ApplicationVoice.Counters(happening.Stock, happening.At));
    }

    private void Say(JsonObject message, params IReadOnlyList<TruthLine> truths)
    {
        if (profile.LeakEvery > 0 && _said++ % profile.LeakEvery == 0)
        {
            ApplicationVoice.Betray(message, holders.Of(_said), _said);
        }

        outbox.Add(message, truths);
    }
}
