namespace EdgeGateway.Sim.Twins.PdtRadio.TetraPei;

/// <summary>How header and data of short data stand on the line (pdt-radio.md section 15, Q15).</summary>
public enum TetraForm
{
    /// <summary>Two lines, as the standard says.</summary>
    TwoLines,

    /// <summary>One line, data behind a comma.</summary>
    OneLine,

    /// <summary>Two lines, and a digit more than the announced bits need wherever that leaves half a byte.</summary>
    Padded,
}

/// <summary>How a TETRA terminal and the others in its network behave; everything that is not said is well-behaved.</summary>
public sealed record TetraProfile
{
    /// <summary>Its own number.</summary>
    public long Own { get; init; } = 2_345_678;

    /// <summary>Others that send; each next one has the next number.</summary>
    public int Radios { get; init; } = 5;

    /// <summary>Number of the first of them.</summary>
    public long FirstRadio { get; init; } = 1_234_567;

    public TetraForm Form { get; init; }

    /// <summary>Its first answers are +CME ERROR: 35 (Q16).</summary>
    public int FirstErrors { get; init; }

    /// <summary>After ATZ it says nothing for so long; zero ignores ATZ (Q16).</summary>
    public TimeSpan Reboot { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Added to the time that texts carry (Q13).</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>How often each message is said; some say it four times (Q2).</summary>
    public int Copies { get; init; } = 1;

    /// <summary>What nobody asked for comes inside answers, between their lines.</summary>
    public bool InsideAnswers { get; init; }

    /// <summary>Commands come back as an echo.</summary>
    public bool Echo { get; init; }

    /// <summary>From one message to the next.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>When the other terminal reports a text of ours; null never.</summary>
    public TimeSpan? ReportAfter { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>What it reports.</summary>
    public byte ReportStatus { get; init; }

    /// <summary>Whether senders want a report of what they sent.</summary>
    public bool WantsReports { get; init; }

    /// <summary>Every n-th place is an emergency; 0 for none.</summary>
    public int EmergencyEvery { get; init; }
}
