using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.PdtRadio.TetraPei;

/// <summary>Settings of one TETRA terminal on a serial line.</summary>
public sealed record TetraPeiOptions
{
    /// <summary>The line; 38,400 baud, 8N1 where nothing is written.</summary>
    public required SerialSettings Line { get; init; }

    /// <summary>Longest wait for the answer to a command, 500 ms to 30 s; default 5 s.</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the signal is asked, which is also how a dead line is noticed, 1 s to 1 h; default 60 s.</summary>
    public TimeSpan SignalEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a command waits for the report of the far terminal, 1 s to 5 min; default 30 s. A later one still names the command.</summary>
    public TimeSpan ReportWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether a sender who asks for it is told that his message arrived, after it is on disk; default yes.</summary>
    public bool Reports { get; init; } = true;

    /// <summary>What the site calls status codes, by code.</summary>
    public IReadOnlyDictionary<int, StatusLabel> StatusLabels { get; init; } = new Dictionary<int, StatusLabel>();

    /// <summary>What a terminal says twice is known over reconnects.</summary>
    internal SdsRepeats Repeats { get; } = new();

    /// <summary>Emergencies that stand are known over reconnects.</summary>
    internal EmergencyWatch Emergencies { get; } = new();
}

/// <param name="Text">For people.</param>
/// <param name="Emergency">Whether it calls for help.</param>
public sealed record StatusLabel(string Text, bool Emergency);
