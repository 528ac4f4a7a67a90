namespace EdgeGateway.Sim.Kiosks;

/// <summary>
/// The day of one machine: customers one after the other, paper that runs out, jams, a technician who opens the door and fills up,
/// somebody who shakes it, mains that fail in the middle of a visit. Depends on nothing but its plan.
/// </summary>
public sealed class KioskDay(KioskPlan plan)
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);

    private readonly KioskCustomers _customers = new(plan);
    private readonly TimeSpan _between = TimeSpan.FromSeconds(1 / plan.Day.Rate);

    private KioskDayProfile Day => plan.Day;

    /// <summary>Everything that happens, in the order in which it does; the same each time.</summary>
    public IEnumerable<KioskHappening> Play()
    {
        KioskStock stock = Fresh();
        DateTimeOffset at = plan.Start + (_between * 0.1);
        for (long number = 0; number < plan.Count; number++)
        {
            KioskVisit visit = _customers.Visit(number, at, stock);
            bool isCut = IsDue(Day.PowerCutEvery, number);
            KioskHappening last = new(at, KioskOccasion.VisitEnds, stock);
            foreach (KioskHappening happening in (isCut ? Cut(visit, stock) : Served(visit, stock)).Concat(Shaken(number, visit, stock)))
            {
                yield return last = happening with { Stock = Later(happening.Stock, last.Stock) };
            }

            stock = last.Stock;
            bool stopped = visit.Reason is KioskVisit.Jam or KioskVisit.PaperOut || stock.Cards == 0 || stock.Bin >= Day.Bin;
            foreach (KioskHappening happening in stopped ? Cared(last.At + (_between * 0.1), stock) : [])
            {
                yield return last = happening;
            }

            stock = last.Stock;
            at = Next(at, last.At);
        }
    }

    private KioskStock Fresh() => new(Day.Receipts, Day.Sheets, Day.Cards, 0);

    /// <summary>What shakes a kiosk takes nothing out of it.</summary>
    private static KioskStock Later(KioskStock told, KioskStock before) => told.Sessions >= before.Sessions ? told : before;

    private DateTimeOffset Next(DateTimeOffset began, DateTimeOffset over) => began + _between > over ? began + _between : over + (_between * 0.1);

    private static bool IsDue(int every, long number) => every > 0 && number % every == every - 1;

    private static IEnumerable<KioskHappening> Served(KioskVisit visit, KioskStock stock)
    {
        DateTimeOffset at = visit.Began;
        for (int step = 0; step < visit.Steps.Count; step++)
        {
            yield return new(at, KioskOccasion.StepBegins, stock, visit, step);
            at += visit.Steps[step].Duration;
            yield return new(at - s_moment, KioskOccasion.StepEnds, stock, visit, step);
        }

        yield return new(at, KioskOccasion.VisitEnds, stock.After(visit), visit);
    }

    /// <summary>The mains fail inside the step in the middle; what was going on is told when they are back.</summary>
    private IEnumerable<KioskHappening> Cut(KioskVisit visit, KioskStock stock)
    {
        DateTimeOffset at = visit.Began + (visit.Duration * 0.55);
        foreach (KioskHappening happening in Served(visit, stock).TakeWhile(one => one.At < at))
        {
            yield return happening;
        }

        KioskVisit cut = visit.CutAt(at);
        KioskStock after = stock.After(cut);
        yield return new(at, KioskOccasion.PowerCut, after, cut);
        yield return new(at + Day.PowerCutFor, KioskOccasion.PowerBack, after with { PowerOns = after.PowerOns + 1 }, cut);
    }

    private IEnumerable<KioskHappening> Shaken(long number, KioskVisit visit, KioskStock stock)
    {
        if (IsDue(Day.TamperEvery, number) && !IsDue(Day.PowerCutEvery, number))
        {
            yield return new(visit.Ended + s_moment, KioskOccasion.TamperBegins, stock);
            yield return new(visit.Ended + Day.TamperFor, KioskOccasion.TamperEnds, stock);
        }
    }

    private IEnumerable<KioskHappening> Cared(DateTimeOffset at, KioskStock stock)
    {
        yield return new(at, KioskOccasion.DoorOpens, stock);
        yield return new(at + Day.Care, KioskOccasion.DoorCloses, stock.Refilled(Day));
    }
}
