namespace EdgeGateway.Sim.Kiosks;

/// <summary>What happens at a kiosk.</summary>
public enum KioskOccasion
{
    /// <summary><see cref="KioskHappening.Step"/> of the visit begins.</summary>
    StepBegins,

    /// <summary><see cref="KioskHappening.Step"/> of the visit is over.</summary>
    StepEnds,

    /// <summary>The customer is gone; the stock is what it is now.</summary>
    VisitEnds,

    /// <summary>A technician opens the door.</summary>
    DoorOpens,

    /// <summary>Filled up, jams cleared, door closed.</summary>
    DoorCloses,

    TamperBegins,

    TamperEnds,

    /// <summary>The mains fail, in the middle of the visit when there is one.</summary>
    PowerCut,

    /// <summary>They are back; the visit is what was cut.</summary>
    PowerBack,
}

/// <param name="At">When.</param>
/// <param name="Occasion">What.</param>
/// <param name="Stock">As it is from now on.</param>
/// <param name="Visit">Whose; null when nobody is there.</param>
/// <param name="Step">Index of the visit's step.</param>
public sealed record KioskHappening(DateTimeOffset At, KioskOccasion Occasion, KioskStock Stock, KioskVisit? Visit = null, int Step = 0);
