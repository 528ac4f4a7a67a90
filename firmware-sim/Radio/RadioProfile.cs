namespace EdgeGateway.Sim.Radio;

/// <summary>How a repeater or mobile and the radios behind it behave. The defaults are a well-behaved site of ten.</summary>
public sealed record RadioProfile
{
    /// <summary>How many radios.</summary>
    public int Radios { get; init; } = 10;

    /// <summary>24-bit address of the first; the others follow.</summary>
    public int FirstId { get; init; } = 1001;

    /// <summary>First byte of radio addresses; never part of the identity (pdt-radio.md section 1.2).</summary>
    public byte Subnet { get; init; } = 10;

    /// <summary>Group that they text and call.</summary>
    public int Group { get; init; } = 1;

    public RadioSite Site { get; init; } = new();

    /// <summary>Registers with RRS at the beginning.</summary>
    public bool Registers { get; init; } = true;

    /// <summary>Between two position reports of one radio; zero: none by itself.</summary>
    public TimeSpan ReportEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether reports carry the RSSI with which they were heard.</summary>
    public bool Rssi { get; init; } = true;

    /// <summary>Between two texts of one radio to its group; zero: none.</summary>
    public TimeSpan TextEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two calls of one radio to its group; zero: none.</summary>
    public TimeSpan CallEvery { get; init; }

    /// <summary>How long a call is.</summary>
    public TimeSpan CallFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>HSTRP: which repeater this is.</summary>
    public uint DeviceId { get; init; } = 420622;

    /// <summary>HSTRP: how often it says that it is there.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Wait for one acknowledgement.</summary>
    public TimeSpan AckTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a frame goes out again under its number.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>How long a text of the gateway is on the air until the called radio acknowledges it; negative: it never does.</summary>
    public TimeSpan TextAnswer { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>File that shows received texts, one JSON line each.</summary>
    public string? Screen { get; init; }

    public IReadOnlyList<RadioEmergency> Emergencies { get; init; } = [];

    public RadioFaults Faults { get; init; } = new();
}
