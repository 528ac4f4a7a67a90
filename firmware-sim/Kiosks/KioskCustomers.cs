using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Kiosks;

/// <summary>Draws what each customer comes for and how it ends.</summary>
internal sealed class KioskCustomers(KioskPlan plan)
{
    private const double Unlisted = 0.04;
    private const double GoesWrong = 0.2;

    private static readonly string[] s_channels = ["bank-card", "cash", "wechat", "alipay"];

    /// <param name="number">From 0.</param>
    /// <param name="at">When the customer comes.</param>
    /// <param name="stock">What is left then.</param>
    public KioskVisit Visit(long number, DateTimeOffset at, KioskStock stock)
    {
        var random = SeededRandom.For(plan.Seed, plan.Machine + "/visit", number);
        string session = Session(ref random);
        bool listed = random.Unit() >= Unlisted;
        KioskBusiness business = listed ? KioskBusiness.Catalogue[random.Below(KioskBusiness.Catalogue.Count)] : KioskBusiness.Others[random.Below(KioskBusiness.Others.Count)];
        KioskEnding ending = Ending(business, stock, ref random);
        IReadOnlyList<KioskVisitStep> steps = Steps(business, ending, ref random);
        string channel = s_channels[random.Below(s_channels.Length)];
        bool tried = business.FeeFen > 0 && steps.Any(static step => step.Step == "pay");
        bool paid = tried && steps.Any(static step => step is { Step: "pay", Result: KioskVisitStep.Ok });
        return new KioskVisit
        {
            Number = number, Session = session, Business = business.Code, IsCatalogued = listed, Began = at, Steps = steps,
            Outcome = ending.Outcome, Reason = ending.Reason, OnA4 = business.OnA4,
            PaymentChannel = tried ? channel : null,
            PaymentResult = !tried ? null : paid ? "paid" : "failed",
            AmountFen = tried ? business.FeeFen : null,
            CardsIssued = business.IssuesCard && steps.Any(static step => step is { Step: "issue", Result: KioskVisitStep.Ok }) ? 1 : 0,
            MediaRetained = ending is { Step: "collect", Outcome: "abandoned" } ? 1 : 0,
        };
    }

    private static string Session(ref SeededRandom random)
    {
        var bytes = new byte[16];
        random.Fill(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40); // version 4
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes).ToString("D");
    }

    private KioskEnding Ending(KioskBusiness business, KioskStock stock, ref SeededRandom random)
    {
        if (business.Steps.Contains("print") && (business.OnA4 ? stock.Sheets : stock.Receipts) == 0)
        {
            return new("failed", KioskVisit.PaperOut, "print", "failed");
        }

        if (business.Steps.Contains("print") && random.Unit() < plan.Day.Jam)
        {
            return new("failed", KioskVisit.Jam, "print", "failed");
        }

        return random.Unit() < GoesWrong ? KioskEnding.Wrong(business.Steps, random.Unit()) : new(KioskVisit.Done, null, null, KioskVisitStep.Ok);
    }

    /// <summary>Steps up to the one that ends it, together 0.5 to 0.85 of the time between two customers.</summary>
    private IReadOnlyList<KioskVisitStep> Steps(KioskBusiness business, KioskEnding ending, ref SeededRandom random)
    {
        int last = ending.Step is { } step && business.Steps.ToList().IndexOf(step) is >= 0 and var at ? at : business.Steps.Count - 1;
        double whole = 1000 / plan.Day.Rate * (0.5 + (0.35 * random.Unit()));
        var each = TimeSpan.FromMilliseconds(Math.Max(1, Math.Floor(whole / business.Steps.Count)));
        return [.. business.Steps.Take(last + 1).Select((name, index) => new KioskVisitStep(name, each, index == last ? ending.Result : KioskVisitStep.Ok))];
    }
}

/// <summary>How a visit ends.</summary>
/// <param name="Outcome">done, abandoned, refused or failed.</param>
/// <param name="Reason">Why; null for done.</param>
/// <param name="Step">At which step; null for the last.</param>
/// <param name="Result">Of that step.</param>
internal sealed record KioskEnding(string Outcome, string? Reason, string? Step, string Result)
{
    private static readonly KioskEnding[] s_all =
    [
        new("abandoned", "timeout", "collect", "abandoned"), new("abandoned", "user-cancel", "confirm", "abandoned"), new("abandoned", "timeout", "identify", "abandoned"),
        new("refused", "refused-by-rule", "verify", "failed"), new("failed", "verify-failed", "verify", "failed"), new("failed", "pay-failed", "pay", "failed"),
        new("failed", "upstream-unavailable", "confirm", "failed"),
    ];

    /// <param name="steps">Of the business: what it has not cannot go wrong.</param>
    /// <param name="draw">0 up to but not 1.</param>
    public static KioskEnding Wrong(IReadOnlyList<string> steps, double draw)
    {
        KioskEnding[] possible = [.. s_all.Where(one => steps.Contains(one.Step!))];
        return possible[(int)(draw * possible.Length)];
    }
}
