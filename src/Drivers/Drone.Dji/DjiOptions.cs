using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Brokers;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Settings of one dock or controller with its aircraft.</summary>
public sealed record DjiOptions
{
    /// <summary>The broker that the gateway device connects to.</summary>
    public required SiteBrokerOptions Broker { get; init; }

    /// <summary>Serial number of the dock or controller; nobody else on the broker is believed.</summary>
    public required string Gateway { get; init; }

    /// <summary>Aircraft that are believed also when no topology has named them, 0 to 8.</summary>
    public IReadOnlyList<DjiVehicleOptions> Vehicles { get; init; } = [];

    /// <summary>What <c>config</c> is answered with; null refuses it, and a dock that asks stops there.</summary>
    public DjiAppOptions? App { get; init; }

    public DjiOrganizationOptions Organization { get; init; } = new();

    /// <summary>By what the aircraft's wind speed is multiplied to give m/s: 1, or 0.1 where its firmware tells tenths. 0.01 to 10, default 1.</summary>
    public double WindScale { get; init; } = 1;

    /// <summary>Most positions of one aircraft, and most states of one device, a second; 0.01 to 10, default 1.</summary>
    public double MaxRateHz { get; init; } = 1;

    /// <summary>Between two states that say nothing new, 5 s to 1 h; default 30 s.</summary>
    public TimeSpan Report { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>So long without osd makes a device offline, 5 s to 10 min; default 60 s (drone.md section 2.4).</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a service may take to answer, 2 s to 60 s; default 10 s (section 2.2).</summary>
    public TimeSpan AnswerTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long, without an answer, the aircraft's own state may take to show that it obeyed, 1 s to 60 s; default 10 s.</summary>
    public TimeSpan ConfirmWithin { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Least level of a traffic warning that is an alarm, 1 to 4; default 2.</summary>
    public int AirsenseLevel { get; init; } = 2;

    /// <summary>The operator's own texts of alarms by lookup key such as <c>fpv_tip_0x16100083</c>; the vendor's file is not ours to ship.</summary>
    public IReadOnlyDictionary<string, string> HmsTexts { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether <c>drone.go-to</c> may take the flight authority from whoever has it; default no.</summary>
    public bool TakeFlightAuthority { get; init; }

    /// <summary>Speed of <c>drone.go-to</c> in m/s, 1 to 15; default 5.</summary>
    public int GoToSpeedMps { get; init; } = 5;
}

/// <param name="Serial">Serial number of the aircraft.</param>
/// <param name="Name">As the site calls it.</param>
public sealed record DjiVehicleOptions(string Serial, string Name);

/// <summary>The account of the operator at the vendor's developer site, which a dock wants to see.</summary>
/// <param name="Id">App id.</param>
/// <param name="Key">App key.</param>
/// <param name="License">App license.</param>
/// <param name="NtpHost">Time server that the dock shall use; null leaves it out.</param>
/// <param name="NtpPort">Its port.</param>
public sealed record DjiAppOptions(string Id, Secret Key, Secret License, string? NtpHost, int NtpPort);

/// <summary>To whom the devices belong.</summary>
public sealed record DjiOrganizationOptions
{
    public string Id { get; init; } = "site";

    public string Name { get; init; } = "site";

    /// <summary>What is typed at a device to bind it; null: every device of our gateway counts as bound, and binding is refused.</summary>
    public Secret? BindingCode { get; init; }
}
