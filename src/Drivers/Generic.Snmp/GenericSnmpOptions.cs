using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Settings of one device that is asked over SNMP.</summary>
public sealed record GenericSnmpOptions
{
    /// <summary>Name or address of the agent.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65,535; default 161.</summary>
    public int Port { get; init; } = SnmpTarget.UsualPort;

    /// <summary>Default 2c.</summary>
    public SnmpVersion Version { get; init; } = SnmpVersion.V2c;

    /// <summary>Read community, printable ASCII, 1 to 64 characters; null: <c>public</c>.</summary>
    public Secret? Community { get; init; }

    /// <summary>What is asked.</summary>
    public required SnmpProfileName Profile { get; init; }

    /// <summary>From the begin of one round to that of the next, 1 s to 5 min; default 60 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest wait for one answer, 200 ms to 10 s; default 2 s. A question is asked three times.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>So long a silence is no news, 0 to 1 h; default 3 min: printers sleep.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Printers: percent at and below which a supply is low, 1 to 50; default 10.</summary>
    public double LowPercent { get; init; } = 10;

    /// <summary>Switches and the like.</summary>
    public SwitchOptions Switch { get; init; } = new();

    /// <summary>What the sensor is called in readings, for example <c>ups</c>; default <c>switch</c> or <c>snmp</c>.</summary>
    public string Type { get; init; } = "snmp";

    /// <summary>Objects of a custom profile, 1 to 64.</summary>
    public IReadOnlyList<CustomObject> Objects { get; init; } = [];

    internal SnmpTarget Target => new(Host, Port, Community?.Reveal() ?? SnmpTarget.UsualCommunity, Timeout) { Version = Version };
}
