namespace EdgeGateway.Sim.Kiosks;

/// <summary>What is left in a kiosk, and what it has counted since it was installed. Changes with every customer.</summary>
/// <param name="Receipts">Lengths left on the roll of the receipt printer.</param>
/// <param name="Sheets">A4 sheets left.</param>
/// <param name="Cards">Blank cards left.</param>
/// <param name="Bin">Cards in the retain bin.</param>
public sealed record KioskStock(int Receipts, int Sheets, int Cards, int Bin)
{
    public long Sessions { get; init; }

    public long Prints { get; init; }

    public long CardsIssued { get; init; }

    public long CardsRetained { get; init; }

    public long Jams { get; init; }

    public long Opens { get; init; }

    public long PowerOns { get; init; } = 1;

    /// <summary>As it is after somebody filled it up and emptied the bin.</summary>
    public KioskStock Refilled(KioskDayProfile profile) => this with { Receipts = profile.Receipts, Sheets = profile.Sheets, Cards = profile.Cards, Bin = 0, Opens = Opens + 1 };

    /// <summary>As it is after this visit.</summary>
    public KioskStock After(KioskVisit visit)
    {
        bool receipt = visit.Printed && !visit.OnA4;
        bool sheet = visit is { Printed: true, OnA4: true };
        return this with
        {
            Receipts = Receipts - (receipt ? 1 : 0),
            Sheets = Sheets - (sheet ? 1 : 0),
            Cards = Cards - visit.CardsIssued,
            Bin = Bin + visit.MediaRetained,
            Sessions = Sessions + 1,
            Prints = Prints + (visit.Printed ? 1 : 0),
            CardsIssued = CardsIssued + visit.CardsIssued,
            CardsRetained = CardsRetained + visit.MediaRetained,
            Jams = Jams + (visit.Reason == KioskVisit.Jam ? 1 : 0),
        };
    }

    /// <summary>The word of XFS4IoT for a paper supply.</summary>
    public static string Paper(int left, int whole) => left == 0 ? "out" : left * 5 <= whole ? "low" : "full";

    /// <summary>The word of XFS4IoT for what fills up.</summary>
    public static string Fills(int count, int whole) => count >= whole ? "full" : count * 10 >= whole * 7 ? "high" : "ok";
}
