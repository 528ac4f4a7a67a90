namespace EdgeGateway.Sim.Kiosks;

/// <summary>How a kiosk's day goes. The two twins of one machine must be given the same.</summary>
public sealed record KioskDayProfile
{
    /// <summary>Customers a second while nothing is wrong, 0.001 to 50, default one every ten seconds.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Lengths on a new receipt roll, 1 to 10,000, default 40.</summary>
    public int Receipts { get; init; } = 40;

    /// <summary>Sheets of a full A4 tray, 1 to 10,000, default 30.</summary>
    public int Sheets { get; init; } = 30;

    /// <summary>Blank cards of a full stock, 1 to 10,000, default 25.</summary>
    public int Cards { get; init; } = 25;

    /// <summary>Cards that the retain bin takes, 1 to 10,000, default 10.</summary>
    public int Bin { get; init; } = 10;

    /// <summary>Share of printing visits that end in a jam, default 0.03.</summary>
    public double Jam { get; init; } = 0.03;

    /// <summary>How long a technician is there, default 8 s.</summary>
    public TimeSpan Care { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Somebody shakes it after so many customers, 0 never, default 37.</summary>
    public int TamperEvery { get; init; } = 37;

    /// <summary>For how long, default 6 s.</summary>
    public TimeSpan TamperFor { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>The mains fail in the middle of every so many visits, 0 never, default 61.</summary>
    public int PowerCutEvery { get; init; } = 61;

    /// <summary>For how long, default 5 s.</summary>
    public TimeSpan PowerCutFor { get; init; } = TimeSpan.FromSeconds(5);
}
