using EdgeGateway.Drivers.Transport.Sensors;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>Settings of the cabinet in which the gateway stands. Names are 1 to 32 characters, each once.</summary>
public sealed record CabinetOptions
{
    public const int MostTemperatures = 32;
    public const int MostFans = 16;
    public const int MostContacts = 16;
    public const int MostSupplies = 8;

    /// <summary>Folder in which <c>sys</c> and <c>dev</c> stand; default <c>/</c>.</summary>
    public string Root { get; init; } = "/";

    public IReadOnlyList<TemperatureSensor> Temperatures { get; init; } = [];

    public IReadOnlyList<FanSensor> Fans { get; init; } = [];

    public IReadOnlyList<CabinetSwitch> Contacts { get; init; } = [];

    public IReadOnlyList<BatterySupply> Supplies { get; init; } = [];

    /// <summary>Null: nothing tells whether the mains are there.</summary>
    public MainsSource? Mains { get; init; }

    /// <summary>Default 22:00 to 06:00, in the zone of the device.</summary>
    public NightHours Night { get; init; } = new(new TimeOnly(22, 0), new TimeOnly(6, 0));

    /// <summary>Severity of a door that is opened by day; default <c>notice</c>; null: nothing is told.</summary>
    public string? DoorByDay { get; init; } = CabinetSeverity.Notice;

    /// <summary>How often contacts and mains are looked at, 50 ms to 10 s; default 250 ms.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How often all else is measured, 1 s to 10 min; default 10 s.</summary>
    public TimeSpan Measure { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two readings <c>cabinet.state</c>, 1 s to 1 h; default 60 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a contact or the mains must stay changed, 0 to 10 s; default 500 ms.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a sensor may be unreadable, 0 to 1 h; default 30 s.</summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Begins of one alarm within an hour whose ends are told at once, 1 to 60; default 6.</summary>
    public int AlarmsPerHour { get; init; } = 6;

    /// <summary>Every name that an alarm may carry.</summary>
    public IReadOnlyCollection<string> Names =>
        [.. Temperatures.Select(one => one.Name), .. Fans.Select(one => one.Name), .. Contacts.Select(one => one.Name), .. Supplies.Select(one => one.Name), .. Mains is null ? Array.Empty<string>() : [MainsSource.Name]];
}

/// <param name="Name">As the site calls it.</param>
/// <param name="Address">Which sensor.</param>
/// <param name="HighC">Alarm from here on; null: from the chip's own critical limit, if it tells one.</param>
/// <param name="HysteresisC">So far below it must fall for the end.</param>
public sealed record TemperatureSensor(string Name, SensorAddress Address, double? HighC, double HysteresisC);

/// <param name="Name">As the site calls it.</param>
/// <param name="Address">Which sensor.</param>
/// <param name="LeastRpm">Alarm below.</param>
public sealed record FanSensor(string Name, SensorAddress Address, int LeastRpm);

/// <param name="Name">As the site calls it.</param>
/// <param name="Tamper">False: a door.</param>
/// <param name="Line">Active is open.</param>
public sealed record CabinetSwitch(string Name, bool Tamper, ContactLine Line);

/// <param name="Name">As the site calls it.</param>
/// <param name="Supply">As below <c>/sys/class/power_supply</c>.</param>
/// <param name="LowPercent">Alarm at this charge or below while it discharges.</param>
public sealed record BatterySupply(string Name, string Supply, int LowPercent);

/// <summary>What tells whether the mains are there; exactly one of the three.</summary>
/// <param name="Line">Active is present.</param>
/// <param name="Supply">As below <c>/sys/class/power_supply</c>.</param>
/// <param name="Ups">A UPS of a NUT server.</param>
public sealed record MainsSource(ContactLine? Line = null, string? Supply = null, MainsUps? Ups = null)
{
    /// <summary>In alarms.</summary>
    public const string Name = "mains";
}

/// <param name="Server">Where.</param>
/// <param name="Ups">Its name there.</param>
public sealed record MainsUps(NutServer Server, string Ups);
