namespace EdgeGateway.Sim.Kiosks;

/// <summary>What one customer did at a kiosk, from beginning to end (kiosk.md section 3.3).</summary>
public sealed record KioskVisit
{
    public const string Done = "done";

    public const string Jam = "jam";

    public const string PaperOut = "paper-out";

    public const string PowerLoss = "power-loss";

    /// <summary>From 0, in the order in which they came.</summary>
    public required long Number { get; init; }

    /// <summary>A UUID that the kiosk drew.</summary>
    public required string Session { get; init; }

    /// <summary>A code of the catalogue, of the site, or of nobody.</summary>
    public required string Business { get; init; }

    /// <summary>Whether <see cref="Business"/> is one of the eighteen.</summary>
    public required bool IsCatalogued { get; init; }

    public required DateTimeOffset Began { get; init; }

    public required IReadOnlyList<KioskVisitStep> Steps { get; init; }

    public required string Outcome { get; init; }

    public string? Reason { get; init; }

    public string? PaymentChannel { get; init; }

    public string? PaymentResult { get; init; }

    public long? AmountFen { get; init; }

    /// <summary>It prints on A4; else on the receipt roll.</summary>
    public bool OnA4 { get; init; }

    /// <summary>Blank cards that were used up.</summary>
    public int CardsIssued { get; init; }

    public int MediaRetained { get; init; }

    public bool Printed => Steps.Any(static step => step is { Step: "print", Result: KioskVisitStep.Ok });

    /// <summary>Cards and sheets in the customer's hand.</summary>
    public int MediaIssued => CardsIssued + (Printed ? 1 : 0);

    public TimeSpan Duration => TimeSpan.FromTicks(Steps.Sum(static step => step.Duration.Ticks));

    public DateTimeOffset Ended => Began + Duration;

    /// <summary>As it is told when the mains failed in the middle of it: the step that was going on has no good end.</summary>
    /// <param name="at">When.</param>
    public KioskVisit CutAt(DateTimeOffset at)
    {
        var made = new List<KioskVisitStep>();
        DateTimeOffset end = Began;
        foreach (KioskVisitStep step in Steps.TakeWhile(step => end + step.Duration <= at))
        {
            made.Add(step);
            end += step.Duration;
        }

        if (made.Count < Steps.Count)
        {
            made.Add(new KioskVisitStep(Steps[made.Count].Step, TimeSpan.FromMilliseconds(Math.Floor((at - end).TotalMilliseconds)), "failed"));
        }

        bool paid = made.Any(static step => step is { Step: "pay", Result: KioskVisitStep.Ok });
        return this with
        {
            Steps = made, Outcome = "failed", Reason = PowerLoss, CardsIssued = 0, MediaRetained = 0,
            PaymentChannel = paid ? PaymentChannel : null, PaymentResult = paid ? PaymentResult : null, AmountFen = paid ? AmountFen : null,
        };
    }
}

/// <param name="Step">A word of the steps' vocabulary.</param>
/// <param name="Duration">Whole milliseconds.</param>
/// <param name="Result"><see cref="Ok"/>, <c>failed</c> or <c>abandoned</c>.</param>
public sealed record KioskVisitStep(string Step, TimeSpan Duration, string Result)
{
    public const string Ok = "ok";
}
